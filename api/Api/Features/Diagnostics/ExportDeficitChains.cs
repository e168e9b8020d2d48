using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Deficits of teachers with what came of them as a workbook. The journal keeps that names were taken out.</summary>
public static class ExportDeficitChains
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("ФИО", 36),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Дефицит", 46),
        ("Выявлен", 12),
        ("Курс", 46),
        ("Окончание курса", 16),
        ("Измерен после курса", 16),
        ("Итог", 34),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="Cohort">Id of a list: teachers of its schools only.</param>
    /// <param name="Deficit">Code of a deficit.</param>
    /// <param name="Course">Id of the course that mends it.</param>
    /// <param name="Outcome">How far it has come.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    public sealed record Query(
        Guid? School,
        string[]? Municipality,
        Guid? Cohort,
        string? Deficit,
        Guid? Course,
        WireEnum<DeficitOutcome>[]? Outcome,
        string? Search
    ) : IRequest<FileContentHttpResult>, IDeficitChainFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await db.ChainsOf(request, cancellationToken);
            await db.NoteExport(nameof(DiagnosticResult), rows.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Дефициты", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                foreach (var (i, r) in rows.Index())
                    book.Row(
                        i + 2,
                        CellLook.Plain,
                        r.Teacher.Name ?? "Обезличен",
                        r.Teacher.School,
                        r.Teacher.Municipality,
                        r.Name,
                        r.FoundOn,
                        r.Course?.Title,
                        r.Course?.EndsOn,
                        r.MeasuredOn,
                        DiagnosticWords.Of(r.Outcome)
                    );
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Дефициты педагогов.xlsx");
        }
    }
}
