using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>A place whose values are read or written: a school, a municipality or a region.</summary>
/// <param name="Row">Where it lies.</param>
/// <param name="Level">What it is.</param>
/// <param name="Name">What people call it.</param>
internal sealed record IndicatorPlace(Place Row, IndicatorLevel Level, string Name)
{
    /// <summary>Its key among values.</summary>
    public string Key => IndicatorValue.KeyOf(Row);

    /// <summary>The place that the caller names; neither a school nor a municipality is the region.</summary>
    /// <exception cref="Problem">404: unknown, or not reached as a whole.</exception>
    public static async Task<IndicatorPlace> Find(
        AppDbContext db,
        string regionCode,
        Guid? schoolId,
        string? municipality,
        CancellationToken cancellationToken
    )
    {
        var scope = db.Current.Scope;
        if (schoolId is { } id)
        {
            var school =
                await db
                    .Schools.AsNoTracking()
                    .Where(s => s.Id == id && s.RegionCode == regionCode)
                    .Select(s => new { s.MunicipalityCode, s.Name })
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Школа");
            return new IndicatorPlace(new Place(regionCode, school.MunicipalityCode, id), IndicatorLevel.School, school.Name);
        }
        if (municipality is not null)
        {
            var name = await db
                .Municipalities.AsNoTracking()
                .Where(m => m.Code == municipality && m.RegionCode == regionCode)
                .Select(m => m.Name)
                .SingleOrDefaultAsync(cancellationToken);
            var row = new Place(regionCode, municipality, null);
            return name is not null && scope.Reaches(row)
                ? new IndicatorPlace(row, IndicatorLevel.Municipality, name)
                : throw Problems.NotFound("Муниципалитет");
        }
        if (!scope.ReachesRegion(regionCode))
            throw Problems.NotFound("Регион");
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == regionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        return new IndicatorPlace(new Place(regionCode, null, null), IndicatorLevel.Region, region);
    }

    /// <summary>As whom the caller may write here; null when not at all.</summary>
    public IndicatorSource? WriterOf(Caller caller) => EntryRules.WriterIn(caller.ScopeFor(Permission.IndicatorsWrite), Row);
}
