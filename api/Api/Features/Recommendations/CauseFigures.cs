using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Recommendations;

/// <summary>Reads what the named figures say now, so that nobody types what the product knows.</summary>
internal sealed class CauseFigures(AppDbContext db, IndicatorRefresher rollups)
{
    private const string NoData = "нет данных";

    /// <summary>The figures, in the order of their names.</summary>
    /// <exception cref="Problem">404 where an indicator or place is unknown or outside the caller's places.</exception>
    public async Task<IReadOnlyList<CauseFacts>> Read(
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
        var figures = new PlaceFigures(rollups);
        await figures.Read(db, ids, places, cancellationToken);
        return [.. names.Select(Told)];

        CauseFacts Told(FigureName name, int index)
        {
            var indicator =
                indicators.GetValueOrDefault(name.IndicatorId)
                ?? throw Problems.NotFound("Показатель", $"/causes/{index}/indicatorId", name.IndicatorId.ToString());
            var place = places[index];
            var text = figures.Of(place, indicator, name.Period);
            return new CauseFacts(
                name.IndicatorId,
                name.Period,
                place.SchoolId,
                place.MunicipalityCode,
                text.Figure ?? NoData,
                text.Target
            );
        }
    }

    private IPlaced PlaceOf(FigureName name, int index, string regionCode, Dictionary<Guid, School> schools)
    {
        if (name.SchoolId is { } id)
            return schools.TryGetValue(id, out var school)
                ? school
                : throw Problems.NotFound("Школа", $"/causes/{index}/schoolId", id.ToString());
        var place = new Place(regionCode, name.MunicipalityCode, null);
        return db.Current.Scope.Reaches(place)
            ? place
            : throw Problems.NotFound("Место показателя", $"/causes/{index}/municipalityCode", name.MunicipalityCode ?? regionCode);
    }
}
