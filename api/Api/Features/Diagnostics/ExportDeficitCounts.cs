using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Counts of deficits as a workbook, with the filter of the screen; no names.</summary>
public static class ExportDeficitCounts
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("Название", 60),
        ("Педагогов с дефицитами", 16),
        ("Прошли диагностику", 16),
        ("Педагогов всего", 14),
        ("Доля с дефицитами среди прошедших, %", 20),
        ("Доля прошедших диагностику, %", 20),
    ];

    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="Until">Last day of the period; that of the year when absent.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="School">Id of a school.</param>
    /// <param name="Cohort">Id of a list: teachers of its schools only.</param>
    /// <param name="Subject">Code of a subject that the teachers teach.</param>
    /// <param name="Kind">Diagnostics of this kind only.</param>
    /// <param name="Campaign">Id of diagnostics; without days its own are counted.</param>
    /// <param name="Deficit">Code of a deficit: diagnosed is then who was measured for it.</param>
    public sealed record Query(
        WireEnum<DeficitBy>? By,
        DateOnly? From,
        DateOnly? Until,
        string[]? Municipality,
        Guid? School,
        Guid? Cohort,
        string? Subject,
        WireEnum<DeficitKind>? Kind,
        Guid? Campaign,
        string? Deficit
    ) : IRequest<FileContentHttpResult>, IDeficitCountFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var counts = await db.DeficitsOf(request, cancellationToken);
            var title = $"Всего за {counts.From:dd.MM.yyyy}–{counts.Until:dd.MM.yyyy}";
            var whole = new DeficitOverviewRow("", title, counts.Deficient, counts.Diagnosed, counts.Staff);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Дефициты", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                foreach (var (i, row) in counts.Rows.Append(whole).Index())
                    book.Row(
                        i + 2,
                        CellLook.Plain,
                        row.Name,
                        row.Deficient,
                        row.Diagnosed,
                        row.Staff,
                        Percent(row.Deficient, row.Diagnosed),
                        Percent(row.Diagnosed, row.Staff)
                    );
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Профессиональные дефициты.xlsx");
        }

        private static decimal? Percent(int part, int whole) =>
            whole > 0 ? Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero) : null;
    }
}
