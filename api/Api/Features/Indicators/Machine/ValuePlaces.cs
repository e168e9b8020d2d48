using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>
/// The indicators and places that items name. What is unknown and what lies outside the caller's places is one and the same.
/// </summary>
internal sealed class ValuePlaces
{
    private readonly ILookup<string, Indicator> _indicators;
    private readonly Dictionary<string, Place> _schools;
    private readonly Dictionary<string, Place> _territories;

    private ValuePlaces(IEnumerable<Indicator> indicators, Dictionary<string, Place> schools, Dictionary<string, Place> territories)
    {
        _indicators = indicators.ToLookup(i => i.Code, StringComparer.Ordinal);
        (_schools, _territories) = (schools, territories);
    }

    /// <summary>All indicators that are named.</summary>
    public IEnumerable<Indicator> Indicators => _indicators.SelectMany(i => i);

    /// <summary>Looks up all codes of a batch, each once.</summary>
    public static async Task<ValuePlaces> Find(AppDbContext db, IReadOnlyList<ReadValue> items, CancellationToken cancellationToken)
    {
        var named = Codes(items, i => i.IndicatorCode, Indicator.CodeLength);
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => EF.Parameter(named).Contains(i.Code))
            .ToListAsync(cancellationToken);
        var places = Codes(items, i => i.PlaceCode, School.CodeLength);
        var schools = await db
            .Schools.AsNoTracking()
            .Where(s => EF.Parameter(places).Contains(s.Code))
            .Select(s => new
            {
                s.Code,
                s.Id,
                s.RegionCode,
                s.MunicipalityCode,
            })
            .ToListAsync(cancellationToken);
        var scope = db.Current.Scope;
        var territories = scope.Regions.ToDictionary(r => r, r => new Place(r, null, null), StringComparer.Ordinal);
        if (indicators.Exists(i => i.Versions.Any(v => v.Level == IndicatorLevel.Municipality)))
        {
            var codes = Codes(items, i => i.PlaceCode, Municipality.CodeLength);
            foreach (
                var municipality in await db
                    .Municipalities.AsNoTracking()
                    .Where(m => EF.Parameter(codes).Contains(m.Code))
                    .ToListAsync(cancellationToken)
            )
                if (new Place(municipality.RegionCode, municipality.Code, null) is var place && scope.Reaches(place))
                    territories[municipality.Code] = place;
        }
        return new ValuePlaces(
            indicators,
            schools.ToDictionary(s => s.Code, s => new Place(s.RegionCode, s.MunicipalityCode, s.Id), StringComparer.Ordinal),
            territories
        );
    }

    /// <summary>The indicator of this code in the region of its place, and that place; the place is null when it is unknown.</summary>
    public (Indicator? Indicator, Place? Place) Of(ReadValue item)
    {
        Indicator? known = null;
        foreach (var indicator in _indicators[item.IndicatorCode])
        {
            known = indicator;
            var level = (indicator.For(item.Period) ?? indicator.Current).Level;
            var places = level == IndicatorLevel.School ? _schools : _territories;
            if (places.GetValueOrDefault(item.PlaceCode) is { } place && place.RegionCode == indicator.RegionCode)
                return (indicator, place);
        }
        return (known, null);
    }

    private static string[] Codes(IReadOnlyList<ReadValue> items, Func<ReadValue, string> codeOf, int longest) =>
        [.. items.Select(codeOf).Where(c => c.Length is > 0 && c.Length <= longest).Distinct(StringComparer.Ordinal)];
}
