using Microsoft.EntityFrameworkCore;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>
/// Reads results in the order of an index: region, year, assessment, subject, grade, id. Going on after a row is a handful of statements,
/// each of which begins right there: the rest of its grade, the grades after it, the subjects after it, and so on, until the page is
/// full. One condition for all of that would make engines read everything before it again.
/// </summary>
internal sealed class ResultReader(AppDbContext db, IQueryable<ExamResult> results, IReadOnlyList<string> regions)
{
    /// <summary>The rows after a position (null: from the beginning), at most so many.</summary>
    public async Task<List<ResultLine>> Read(ResultPosition? after, int most, CancellationToken cancellationToken)
    {
        var lines = new List<ResultLine>();
        foreach (var part in Parts(after))
        {
            if (lines.Count == most)
                break;
            lines.AddRange(await part.Take(most - lines.Count).Select(ResultLine.From(db)).ToListAsync(cancellationToken));
        }
        return lines;
    }

    private IEnumerable<IQueryable<ExamResult>> Parts(ResultPosition? after)
    {
        // Of one region nothing is said: the scope says it already, or the caller's place is smaller and has an index of its own.
        if (regions.Count <= 1)
            return InRegion(results, after);
        return regions
            .Where(r => after is null || string.CompareOrdinal(r, after.RegionCode) >= 0)
            .SelectMany(r => InRegion(results.Where(x => x.RegionCode == r), r == after?.RegionCode ? after : null));
    }

    private static IEnumerable<IQueryable<ExamResult>> InRegion(IQueryable<ExamResult> rows, ResultPosition? after)
    {
        if (after is null)
            return [ByYear(rows)];
        var (_, year, assessment, subject, grade, id) = after;
        var inYear = rows.Where(r => r.Year == year);
        var inAssessment = inYear.Where(r => r.Assessment == assessment);
        var inSubject = inAssessment.Where(r => r.Subject == subject);
#pragma warning disable CA1309 // The engine compares, by the order in which it keeps its index.
        return
        [
            inSubject.Where(r => r.Grade == grade && r.Id > id).OrderBy(r => r.Id),
            inSubject.Where(r => r.Grade > grade).OrderBy(r => r.Grade).ThenBy(r => r.Id),
            inAssessment.Where(r => string.Compare(r.Subject, subject) > 0).OrderBy(r => r.Subject).ThenBy(r => r.Grade).ThenBy(r => r.Id),
            inYear
                .Where(r => r.Assessment > assessment)
                .OrderBy(r => r.Assessment)
                .ThenBy(r => r.Subject)
                .ThenBy(r => r.Grade)
                .ThenBy(r => r.Id),
            ByYear(rows.Where(r => r.Year > year)),
        ];
#pragma warning restore CA1309
    }

    private static IQueryable<ExamResult> ByYear(IQueryable<ExamResult> rows) =>
        rows.OrderBy(r => r.Year).ThenBy(r => r.Assessment).ThenBy(r => r.Subject).ThenBy(r => r.Grade).ThenBy(r => r.Id);
}
