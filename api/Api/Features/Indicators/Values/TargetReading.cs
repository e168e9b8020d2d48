using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Reads targets as grids need them.</summary>
internal static class TargetReading
{
    /// <summary>The targets of a place for these indicators.</summary>
    public static async Task<IReadOnlyDictionary<(Guid, Period), IndicatorTarget>> TargetsOf(
        this AppDbContext db,
        IndicatorPlace place,
        IReadOnlyCollection<Guid> indicatorIds,
        CancellationToken cancellationToken
    )
    {
        var key = place.Key;
        var ids = indicatorIds.ToArray();
        var targets = await db
            .IndicatorTargets.AsNoTracking()
            .Where(t => t.PlaceKey == key && EF.Parameter(ids).Contains(t.IndicatorId))
            .ToListAsync(cancellationToken);
        return targets.ToDictionary(t => (t.IndicatorId, t.Period));
    }
}
