using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Coverage by associations as a workbook, with the filter of the screen; counts only.</summary>
public static class ExportAssociationCoverage
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("Название", 60),
        ("Были на заседаниях", 14),
        ("Состоят", 12),
        ("Педагогов", 12),
        ("Охват, %", 12),
    ];

    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="Level">Associations of these levels, of all when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="Until">Last day of the period; that of the year when absent.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="School">Id of a school.</param>
    /// <param name="Subject">Code of a subject of the teachers.</param>
    /// <param name="Supported">Only schools that a list supported on any day of the period.</param>
    public sealed record Query(
        WireEnum<AssociationCoverageBy>? By,
        WireEnum<AssociationLevel>[]? Level,
        DateOnly? From,
        DateOnly? Until,
        string[]? Municipality,
        Guid? School,
        string? Subject,
        bool Supported = false
    ) : IRequest<FileContentHttpResult>, IAssociationCoverageFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db, KeptFigures kept) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var coverage = await db.CoverageOf(kept, request, cancellationToken);
            var whole = new AssociationCoverageRow(
                "",
                $"Всего за {coverage.From:dd.MM.yyyy}–{coverage.Until:dd.MM.yyyy}",
                coverage.Reached,
                coverage.Members,
                coverage.Staff
            );
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Охват", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                foreach (var (i, row) in coverage.Rows.Append(whole).Index())
                    book.Row(i + 2, CellLook.Plain, row.Name, row.Reached, row.Members, row.Staff, Percent(row.Reached, row.Staff));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Охват методобъединениями.xlsx");
        }

        private static decimal? Percent(int part, int whole) =>
            whole > 0 ? Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero) : null;
    }
}
