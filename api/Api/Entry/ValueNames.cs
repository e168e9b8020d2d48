using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Entry;

/// <summary>Codes of indicators and places by the names that people write instead: folded, so that spelling makes no difference.</summary>
internal sealed class ValueNames(
    IEnumerable<Indicator> indicators,
    IEnumerable<SchoolRow> schools,
    IEnumerable<Municipality> municipalities,
    IEnumerable<Region> regions
)
{
    private readonly ILookup<string, string> _indicators = indicators
        .SelectMany(i => i.Versions, (i, v) => (Name: SearchText.Fold(v.Name), i.Code))
        .Distinct()
        .ToLookup(i => i.Name, i => i.Code, StringComparer.Ordinal);

    private readonly ILookup<string, SchoolRow> _schools = schools.ToLookup(s => SearchText.Fold(s.Name), StringComparer.Ordinal);

    private readonly ILookup<string, string> _territories = municipalities
        .Select(m => (m.Name, m.Code))
        .Concat(regions.Select(r => (r.Name, r.Code)))
        .ToLookup(t => SearchText.Fold(t.Name), t => t.Code, StringComparer.Ordinal);

    /// <summary>Codes of indicators that have, or had, this name.</summary>
    public IReadOnlyList<string> Indicators(string name) => [.. _indicators[SearchText.Fold(name)].Distinct(StringComparer.Ordinal)];

    /// <summary>Schools of this name; of a municipality, when one is given.</summary>
    public IReadOnlyList<SchoolRow> Schools(string name, string? municipality) =>
        [.. _schools[SearchText.Fold(name)].Where(s => municipality is null || s.Place.MunicipalityCode == municipality)];

    /// <summary>Codes of municipalities and regions of this name.</summary>
    public IReadOnlyList<string> Territories(string name) => [.. _territories[SearchText.Fold(name)]];
}
