using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>
/// Reads results in the order of their natural key, some schools at a time: each school finds its results by the one index they have,
/// so that going on costs what beginning costs and nothing outside the caller's places is touched.
/// </summary>
internal sealed class ResultReader(IQueryable<School> schools, IQueryable<ExamResult> results, int schoolsAtOnce)
{
    // Each school is a parameter of a statement.
    private const int MostSchools = 256;

    /// <summary>The rows after a position (null: from the beginning), at most so many.</summary>
    public async Task<List<ResultLine>> Read(ResultPosition? after, int most, CancellationToken cancellationToken)
    {
        var lines = new List<ResultLine>();
        var next = after is { SchoolId: var first } ? schools.Where(s => s.Id >= first) : schools;
        for (var size = schoolsAtOnce; lines.Count < most; size = Math.Min(size * 2, MostSchools))
        {
            var some = await next.OrderBy(s => s.Id).Take(size).Select(s => new { s.Id, s.Code }).ToListAsync(cancellationToken);
            if (some.Count == 0)
                break;
            var ids = some.ConvertAll(s => s.Id);
            var codes = some.ToDictionary(s => s.Id, s => s.Code);
            var rows = InOrder(After(results.Where(r => ids.Contains(r.SchoolId)), after)).Take(most - lines.Count);
            foreach (var line in await rows.Select(ResultLine.Columns).ToListAsync(cancellationToken))
                lines.Add(line with { SchoolCode = codes[line.SchoolId] });
            if (some.Count < size)
                break;
            var last = ids[^1];
            next = schools.Where(s => s.Id > last);
        }
        return lines;
    }

    private static IOrderedQueryable<ExamResult> InOrder(IQueryable<ExamResult> rows) =>
        rows.OrderBy(r => r.SchoolId)
            .ThenBy(r => r.Year)
            .ThenBy(r => r.Assessment)
            .ThenBy(r => r.Subject)
            .ThenBy(r => r.Grade)
            .ThenBy(r => r.Sitting);

    private static IQueryable<ExamResult> After(IQueryable<ExamResult> rows, ResultPosition? position)
    {
        if (position is null)
            return rows;
        var (school, year, assessment, subject, grade, sitting) = position;
#pragma warning disable CA1309 // The engine compares, by the order in which it keeps its index.
        return rows.Where(r =>
            r.SchoolId != school
            || r.Year > year
            || r.Year == year
                && (
                    r.Assessment > assessment
                    || r.Assessment == assessment
                        && (
                            string.Compare(r.Subject, subject) > 0
                            || r.Subject == subject && (r.Grade > grade || r.Grade == grade && string.Compare(r.Sitting, sitting) > 0)
                        )
                )
        );
#pragma warning restore CA1309
    }
}
