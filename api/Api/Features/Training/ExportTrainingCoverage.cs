using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Coverage as a workbook, with the filter of the screen; counts only.</summary>
public static class ExportTrainingCoverage
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("Название", 60),
        ("Обучено", 12),
        ("Педагогов", 12),
        ("Охват, %", 12),
    ];

    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="Until">Last day of the period; that of the year when absent.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="School">Id of a school.</param>
    /// <param name="Subject">Code of a subject.</param>
    public sealed record Query(
        WireEnum<CoverageBy>? By,
        DateOnly? From,
        DateOnly? Until,
        string[]? Municipality,
        Guid? School,
        string? Subject
    ) : IRequest<FileContentHttpResult>, ICoverageFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db, KeptFigures kept) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var coverage = await db.CoverageOf(kept, request, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Охват", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                var whole = new CoverageRow(
                    "",
                    $"Всего за {coverage.From:dd.MM.yyyy}–{coverage.Until:dd.MM.yyyy}",
                    coverage.Trained,
                    coverage.Staff
                );
                foreach (var (i, row) in coverage.Rows.Append(whole).Index())
                    Write(book, i + 2, row);
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Охват обучением.xlsx");
        }

        private static void Write(WorkbookWriter book, int number, CoverageRow row) =>
            book.Row(
                number,
                CellLook.Plain,
                row.Name,
                row.Trained,
                row.Staff,
                row.Staff > 0 ? Math.Round(row.Trained * 100m / row.Staff, 1, MidpointRounding.AwayFromZero) : null
            );
    }
}
