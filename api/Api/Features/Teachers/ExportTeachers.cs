using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>The list as a workbook, with the filter of the screen. The journal keeps that names were taken out.</summary>
public static class ExportTeachers
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("ФИО", 36),
        ("Школа", 40),
        ("Код школы", 14),
        ("Муниципалитет", 30),
        ("Предметы", 36),
        ("Должность", 30),
        ("Категория", 24),
        ("Педагогический стаж с (год)", 16),
        ("В школе с", 14),
        ("Не работает с", 14),
        ("План развития", 16),
        ("Портфолио", 16),
        ("Код педагога", 38),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case and «ё» do not matter.</param>
    /// <param name="School">Main or further school; its id.</param>
    /// <param name="Municipality">ОКТМО codes of the main school's municipality.</param>
    /// <param name="Subject">Code of a subject.</param>
    /// <param name="Category">Qualification categories.</param>
    /// <param name="OnStaff">Whether the person works there now; all when absent.</param>
    /// <param name="HasPlan">Whether there is an individual development plan.</param>
    /// <param name="HasPortfolio">Whether there is a portfolio.</param>
    public sealed record Query(
        string? Search,
        Guid? School,
        string[]? Municipality,
        string? Subject,
        WireEnum<TeacherCategory>[]? Category,
        bool? OnStaff = null,
        bool? HasPlan = null,
        bool? HasPortfolio = null
    ) : IRequest<FileContentHttpResult>, ITeacherFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(t => t.SortName)
                .ThenBy(t => t.Id)
                .Select(TeacherSummary.From(db))
                .ToListAsync(cancellationToken);
            var schools = rows.Select(t => t.School.Id).Distinct().ToArray();
            var codes = await db
                .Schools.Where(s => EF.Parameter(schools).Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => s.Code, cancellationToken);
            await db.NoteExport(nameof(Teacher), rows.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, rows, codes);
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Педагоги.xlsx");
        }

        private static void Write(WorkbookWriter book, List<TeacherSummary> rows, Dictionary<Guid, string> codes)
        {
            book.BeginSheet("Педагоги", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
            Row(book, 1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
            foreach (var (i, t) in rows.Index())
                Row(
                    book,
                    i + 2,
                    CellLook.Plain,
                    [
                        t.Name ?? "Обезличен",
                        t.School.Name,
                        codes.GetValueOrDefault(t.School.Id),
                        t.School.Municipality,
                        string.Join(", ", t.Subjects.Select(code => Subject.OfCode(code)?.Name ?? code)),
                        t.Position,
                        CategoryWords(t.Category),
                        t.ExperienceSince?.ToString(CultureInfo.InvariantCulture),
                        Day(t.StaffSinceOn),
                        Day(t.LeftOn),
                        PaperWords(t.Plan),
                        PaperWords(t.Portfolio),
                        // By this the import tells namesakes apart.
                        t.Id.ToString(),
                    ]
                );
        }

        private static void Row(WorkbookWriter book, int number, CellLook look, IReadOnlyList<string?> cells)
        {
            book.BeginRow(number);
            for (var column = 0; column < cells.Count; column++)
                if (cells[column] is { Length: > 0 } text)
                    book.Text(column, text, look);
        }

        private static string? Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

        private static string? PaperWords(TeacherPaper? paper) =>
            paper is null ? "нет"
            : paper.UpdatedOn is { } updated ? $"обновлено {Day(updated)}"
            : $"с {Day(paper.MadeOn)}";

        private static string CategoryWords(TeacherCategory category) =>
            category switch
            {
                TeacherCategory.Highest => "высшая",
                TeacherCategory.First => "первая",
                TeacherCategory.Conformity => "соответствие должности",
                _ => "без категории",
            };
    }
}
