namespace Opora.Domain.Places;

/// <summary>
/// The places that a caller reaches for one purpose: whole regions, whole municipalities, single schools. Built from the caller's
/// grants for the permission that the route needs, so that reading and writing are limited alike. Places add up.
/// </summary>
/// <param name="Regions">Codes of regions reached as a whole.</param>
/// <param name="Municipalities">ОКТМО codes of municipalities reached as a whole.</param>
/// <param name="Schools">Ids of schools reached one by one; few (a municipality is granted as such, not as its schools).</param>
/// <param name="VisibleRegions">Codes of regions in which the caller reaches anything at all: what is <see cref="IOffered"/> there may be read.</param>
public sealed record Scope(
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<Guid> Schools,
    IReadOnlyList<string> VisibleRegions
)
{
    /// <summary>Reaches nothing. The default of everything that was not given a scope.</summary>
    public static readonly Scope None = new([], [], [], []);

    /// <summary>Reaches one region as a whole.</summary>
    public static Scope OfRegion(string code) => new([code], [], [], [code]);

    /// <summary>Whether a row at this place is reached.</summary>
    public bool Reaches(IPlaced row) =>
        Regions.Contains(row.RegionCode, StringComparer.Ordinal)
        || row.MunicipalityCode is { } municipality && Municipalities.Contains(municipality, StringComparer.Ordinal)
        || row.SchoolId is { } school && Schools.Contains(school);

    /// <summary>Whether the region is reached as a whole.</summary>
    public bool ReachesRegion(string code) => Regions.Contains(code, StringComparer.Ordinal);
}
