using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Reads what the named figures say now, so that nobody types what the product knows.</summary>
internal static class CauseFigures
{
    private const string NoData = "нет данных";

    /// <summary>The figures, in the order of their names.</summary>
    /// <exception cref="Problem">404 where an indicator or place is unknown or outside the caller's places.</exception>
    public static async Task<IReadOnlyList<CauseFacts>> Read(
        AppDbContext db,
        string regionCode,
        IReadOnlyList<FigureName>? names,
        CancellationToken cancellationToken
    )
    {
        if (names is not { Count: > 0 })
            return [];
        var ids = names.Select(n => n.IndicatorId).Distinct().ToList();
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => ids.Contains(i.Id) && i.RegionCode == regionCode)
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        var schoolIds = names.Where(n => n.SchoolId is not null).Select(n => n.SchoolId!.Value).Distinct().ToList();
        var schools = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);

        var places = names.Select((n, i) => PlaceOf(n, i, regionCode, schools)).ToList();
        var keys = places.Select(IndicatorValue.KeyOf).Distinct().ToList();
        var values = await db
            .IndicatorValues.AsNoTracking()
            .Where(v => keys.Contains(v.PlaceKey) && ids.Contains(v.IndicatorId) && v.Breakdown == Breakdown.Whole)
            .ToDictionaryAsync(v => (v.PlaceKey, v.IndicatorId, v.Period), cancellationToken);
        var targets = await db
            .IndicatorTargets.AsNoTracking()
            .Where(t => keys.Contains(t.PlaceKey) && ids.Contains(t.IndicatorId))
            .ToDictionaryAsync(t => (t.PlaceKey, t.IndicatorId, t.Period), cancellationToken);

        return [.. names.Select(Told)];

        CauseFacts Told(FigureName name, int index)
        {
            var indicator =
                indicators.GetValueOrDefault(name.IndicatorId)
                ?? throw Problems.NotFound("Показатель", $"/causes/{index}/indicatorId", name.IndicatorId.ToString());
            var version = indicator.For(name.Period) ?? indicator.Current;
            var place = places[index];
            var key = (IndicatorValue.KeyOf(place), name.IndicatorId, name.Period);
            return new CauseFacts(
                name.IndicatorId,
                name.Period,
                place.SchoolId,
                place.MunicipalityCode,
                values.TryGetValue(key, out var value) ? value.Measure.Text(version.Unit, version.Decimals) : NoData,
                targets.TryGetValue(key, out var target)
                    ? Measure.Number(target.TargetThousandths).Text(version.Unit, version.Decimals)
                    : null
            );
        }
    }

    private static IPlaced PlaceOf(FigureName name, int index, string regionCode, Dictionary<Guid, School> schools) =>
        name.SchoolId is { } id
            ? schools.TryGetValue(id, out var school)
                ? school
                : throw Problems.NotFound("Школа", $"/causes/{index}/schoolId", id.ToString())
            : new Place(regionCode, name.MunicipalityCode, null);
}
