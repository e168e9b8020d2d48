using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Finds whose cells are written, and the indicators that they name.</summary>
internal static class CellPlace
{
    /// <summary>The place, and those of the indicators that belong to its region, with their versions.</summary>
    /// <exception cref="Problem">404: the place; of a region also when no indicator is known.</exception>
    public static async Task<(IndicatorPlace Place, List<Indicator> Indicators)> Find(
        AppDbContext db,
        Guid[] indicatorIds,
        Guid? schoolId,
        string? municipality,
        CancellationToken cancellationToken
    )
    {
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => EF.Parameter(indicatorIds).Contains(i.Id))
            .ToListAsync(cancellationToken);
        var region = schoolId is { } school
            ? await db.Schools.Where(s => s.Id == school).Select(s => s.RegionCode).SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Школа")
            : indicators.FirstOrDefault()?.RegionCode ?? throw Problems.NotFound("Показатель");
        var place = await IndicatorPlace.Find(db, region, schoolId, municipality, cancellationToken);
        indicators.RemoveAll(i => i.RegionCode != region);
        return (place, indicators);
    }
}
