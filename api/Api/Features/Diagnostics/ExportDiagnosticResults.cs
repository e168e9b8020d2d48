using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Results as a workbook, a row a deficit that was measured. The journal keeps that names were taken out.</summary>
public static class ExportDiagnosticResults
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("ФИО", 36),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Диагностика", 46),
        ("Попытка", 10),
        ("Дата", 12),
        ("Уровень", 12),
        ("Дефицит", 46),
        ("Балл", 10),
        ("Из", 10),
        ("Есть дефицит", 14),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Campaign">Id of the diagnostics.</param>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="Deficit">Code of a deficit that was found.</param>
    /// <param name="Deficient">Whether any deficit was found.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    public sealed record Query(Guid? Campaign, Guid? School, string[]? Municipality, string? Deficit, bool? Deficient, string? Search)
        : IRequest<FileContentHttpResult>,
            IDiagnosticResultFilter;

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
                .OrderByDescending(r => r.On)
                .ThenBy(r => r.Id)
                .Select(DiagnosticResultSummary.From(db))
                .ToListAsync(cancellationToken);
            await db.NoteExport(nameof(DiagnosticResult), rows.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, rows);
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Результаты диагностики.xlsx");
        }

        private static void Write(WorkbookWriter book, List<DiagnosticResultSummary> results)
        {
            book.BeginSheet("Диагностика", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
            book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
            var number = 2;
            foreach (var r in results)
            foreach (var f in r.Findings.DefaultIfEmpty())
                book.Row(
                    number++,
                    CellLook.Plain,
                    r.Teacher.Name ?? "Обезличен",
                    r.Teacher.School,
                    r.Teacher.Municipality,
                    r.Campaign.Title,
                    r.Attempt,
                    r.On,
                    DiagnosticWords.Of(r.Level),
                    f?.Name,
                    f?.Score,
                    f?.Maximum,
                    f is null ? null
                        : f.Found ? "да"
                        : "нет"
                );
        }
    }
}
