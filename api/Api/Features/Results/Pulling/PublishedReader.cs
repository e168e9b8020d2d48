using Microsoft.EntityFrameworkCore;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>
/// Reads published results in the order of their natural key, some places at a time. A place has some dozens a year, so those of a few
/// places are put in order here, alike on every engine.
/// </summary>
internal sealed class PublishedReader(IQueryable<ReferenceResult> results)
{
    private const int PlacesAtOnce = 16;

    /// <summary>The rows after a position (null: from the beginning), at most so many.</summary>
    public async Task<List<ResultLine>> Read(ResultPosition? after, int most, CancellationToken cancellationToken)
    {
        var places = await results.Select(r => r.PlaceCode).Distinct().ToListAsync(cancellationToken);
        var lines = new List<ResultLine>();
        var next = places.Where(p => after is null || string.CompareOrdinal(p, after.PlaceCode) >= 0).Order(StringComparer.Ordinal);
        foreach (var some in next.Chunk(PlacesAtOnce))
        {
            if (lines.Count >= most)
                break;
            var rows = await results.Where(r => EF.Parameter(some).Contains(r.PlaceCode)).ToListAsync(cancellationToken);
            lines.AddRange(
                rows.Select(ResultLine.Of)
                    .Where(line => after is null || Compare(ResultPosition.Of(line), after) > 0)
                    .OrderBy(ResultPosition.Of, Comparer<ResultPosition>.Create(Compare))
                    .Take(most - lines.Count)
            );
        }
        return lines;
    }

    private static int Compare(ResultPosition a, ResultPosition b)
    {
        var byPlace = string.CompareOrdinal(a.PlaceCode, b.PlaceCode);
        var byWork = (a.Year, a.Assessment, a.Grade).CompareTo((b.Year, b.Assessment, b.Grade));
        var bySubject = string.CompareOrdinal(a.Subject, b.Subject);
        return byPlace != 0 ? byPlace
            : byWork != 0 ? byWork
            : bySubject != 0 ? bySubject
            : string.CompareOrdinal(a.Sitting, b.Sitting);
    }
}
