using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Figures;

/// <summary>
/// The places whose figures a caller may see: those reached as a whole. Rollups are offered to everybody in the region because a
/// school is compared with it, so whoever shows them as figures of a place narrows them here.
/// </summary>
/// <param name="Regions">Regions reached as a whole.</param>
/// <param name="Municipalities">Municipalities reached as a whole.</param>
/// <param name="Visible">Regions in which anything is reached: their notes of dirty groups concern the caller.</param>
/// <param name="Disclosure">What of small figures the caller may be told.</param>
internal sealed record Reach(
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Visible,
    Disclosure Disclosure
)
{
    /// <summary>Whether there is any such place.</summary>
    public bool IsEmpty => Regions.Count + Municipalities.Count == 0;

    /// <summary>The reach of this request.</summary>
    public static Reach Of(AppDbContext db, Caller caller)
    {
        var scope = db.Current.Scope;
        return new Reach(scope.Regions, scope.Municipalities, scope.VisibleRegions, Disclosure.To(caller));
    }

    /// <summary>The reach of this request, cut down to a municipality when one is asked for.</summary>
    /// <exception cref="Problem">404: nothing is reached as a whole, or not this municipality.</exception>
    public static async Task<Reach> Of(AppDbContext db, Caller caller, string? municipality, CancellationToken cancellationToken)
    {
        var reach = Of(db, caller);
        if (reach.IsEmpty)
            throw Problems.NotFound("Сводка территории");
        if (municipality is null)
            return reach;
        var regions = reach.Regions;
        var known =
            reach.Municipalities.Contains(municipality, StringComparer.Ordinal)
            || await db.Municipalities.AnyAsync(m => m.Code == municipality && regions.Contains(m.RegionCode), cancellationToken);
        return known ? reach with { Regions = [], Municipalities = [municipality] } : throw Problems.NotFound("Муниципалитет");
    }

    /// <summary>Whether figures of this municipality are reached.</summary>
    public bool Holds(string regionCode, string municipalityCode) =>
        Regions.Contains(regionCode, StringComparer.Ordinal) || Municipalities.Contains(municipalityCode, StringComparer.Ordinal);

    /// <summary>The rollups of the places reached.</summary>
    public IQueryable<ResultRollup> Rollups(AppDbContext db) =>
        db.ResultRollups.Where(r => Regions.Contains(r.RegionCode) || Municipalities.Contains(r.MunicipalityCode));
}
