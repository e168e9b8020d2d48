using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Entry;

/// <summary>
/// The indicators and places that values name. What is unknown and what lies outside the sender's places is one and the same.
/// </summary>
internal sealed class ValuePlaces
{
    private readonly ILookup<string, Indicator> _indicators;
    private readonly Dictionary<string, Place> _schools;
    private readonly Dictionary<string, Place> _territories;

    private ValuePlaces(
        IEnumerable<Indicator> indicators,
        Dictionary<string, Place> schools,
        Dictionary<string, Place> territories,
        StringComparer comparer
    )
    {
        _indicators = indicators.ToLookup(i => i.Code, comparer);
        (_schools, _territories) = (schools, territories);
    }

    /// <summary>Looks up all codes of a batch, each once.</summary>
    public static async Task<ValuePlaces> Find(AppDbContext db, IReadOnlyList<SentValue> items, CancellationToken cancellationToken)
    {
        var named = Codes(items, i => i.IndicatorCode, Indicator.CodeLength);
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => EF.Parameter(named).Contains(i.Code))
            .ToListAsync(cancellationToken);
        var places = Codes(items, i => i.PlaceCode, School.CodeLength);
        var schools = await SchoolRow.Read(db.Schools.Where(s => EF.Parameter(places).Contains(s.Code)), cancellationToken);
        var codes = Codes(items, i => i.PlaceCode, Municipality.CodeLength);
        var municipalities = indicators.Exists(i => i.Versions.Any(v => v.Level == IndicatorLevel.Municipality))
            ? await db.Municipalities.AsNoTracking().Where(m => EF.Parameter(codes).Contains(m.Code)).ToListAsync(cancellationToken)
            : [];
        return Of(db, indicators, schools, municipalities, StringComparer.Ordinal);
    }

    /// <summary>Reads all that the sender reaches, with the names that people write instead of codes.</summary>
    public static async Task<(ValuePlaces Places, ValueNames Names)> All(AppDbContext db, CancellationToken cancellationToken)
    {
        var indicators = await db.Indicators.AsNoTracking().Include(i => i.Versions).ToListAsync(cancellationToken);
        var schools = await SchoolRow.Read(db.Schools, cancellationToken);
        var municipalities = await db.Municipalities.AsNoTracking().ToListAsync(cancellationToken);
        var regions = await db.Regions.AsNoTracking().ToListAsync(cancellationToken);
        // People do not mind the case of letters.
        var places = Of(db, indicators, schools, municipalities, StringComparer.OrdinalIgnoreCase);
        return (places, new ValueNames(indicators, schools, municipalities, regions));
    }

    /// <summary>The indicator of this code in the region of its place, and that place; the place is null when it is unknown.</summary>
    public (Indicator? Indicator, Place? Place) Of(string indicatorCode, string placeCode, Period period)
    {
        Indicator? known = null;
        foreach (var indicator in _indicators[indicatorCode])
        {
            known = indicator;
            var places = LevelOf(indicator, period) == IndicatorLevel.School ? _schools : _territories;
            if (places.GetValueOrDefault(placeCode) is { } place && place.RegionCode == indicator.RegionCode)
                return (indicator, place);
        }
        return (known, null);
    }

    /// <summary>Any indicator of this code: the unit and level are told by it before its place is known.</summary>
    public Indicator? Any(string indicatorCode) => _indicators[indicatorCode].FirstOrDefault();

    /// <summary>Whose value it is in a period; of periods without a definition the newest one tells it.</summary>
    public static IndicatorLevel LevelOf(Indicator indicator, Period period) => (indicator.For(period) ?? indicator.Current).Level;

    private static ValuePlaces Of(
        AppDbContext db,
        IEnumerable<Indicator> indicators,
        IEnumerable<SchoolRow> schools,
        IEnumerable<Municipality> municipalities,
        StringComparer comparer
    )
    {
        var scope = db.Current.Scope;
        var territories = scope.Regions.ToDictionary(r => r, r => new Place(r, null, null), comparer);
        foreach (var municipality in municipalities)
            if (new Place(municipality.RegionCode, municipality.Code, null) is var place && scope.Reaches(place))
                territories[municipality.Code] = place;
        return new ValuePlaces(indicators, schools.ToDictionary(s => s.Code, s => s.Place, comparer), territories, comparer);
    }

    private static string[] Codes(IReadOnlyList<SentValue> items, Func<SentValue, string> codeOf, int longest) =>
        [.. items.Select(codeOf).Where(c => c.Length is > 0 && c.Length <= longest).Distinct(StringComparer.Ordinal)];
}

/// <summary>A school by its code and name.</summary>
internal sealed record SchoolRow(string Code, string Name, Place Place)
{
    /// <summary>Reads them.</summary>
    public static async Task<List<SchoolRow>> Read(IQueryable<School> schools, CancellationToken cancellationToken)
    {
        var rows = await schools
            .AsNoTracking()
            .Select(s => new
            {
                s.Code,
                s.Name,
                s.Id,
                s.RegionCode,
                s.MunicipalityCode,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(s => new SchoolRow(s.Code, s.Name, new Place(s.RegionCode, s.MunicipalityCode, s.Id)))];
    }
}
