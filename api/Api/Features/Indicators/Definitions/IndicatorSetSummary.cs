using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>A set of indicators.</summary>
/// <param name="Id">Id.</param>
/// <param name="RegionCode">Region.</param>
/// <param name="Code">Name for programs and files; unique in the region.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Note">Where it comes from and what it is for.</param>
/// <param name="Indicators">How many are watched.</param>
/// <param name="Retired">How many are watched no more.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="Editable">Whether the caller may change it.</param>
public sealed record IndicatorSetSummary(
    Guid Id,
    string RegionCode,
    string Code,
    string Name,
    string? Note,
    int Indicators,
    int Retired,
    int Version,
    bool Editable
)
{
    /// <summary>Reads sets with how many indicators they hold.</summary>
    internal static async Task<List<IndicatorSetSummary>> Read(
        AppDbContext db,
        IQueryable<IndicatorSet> sets,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var rows = await sets.AsNoTracking()
            .OrderBy(s => s.Name)
            .ThenBy(s => s.Id)
            .Select(s => new
            {
                Set = s,
                Watched = db.Indicators.Count(i => i.SetId == s.Id && i.RetiredFromOn == null),
                Retired = db.Indicators.Count(i => i.SetId == s.Id && i.RetiredFromOn != null),
            })
            .ToListAsync(cancellationToken);
        var writable = caller.ScopeFor(Permission.DefinitionsWrite);
        return
        [
            .. rows.Select(r => new IndicatorSetSummary(
                r.Set.Id,
                r.Set.RegionCode,
                r.Set.Code,
                r.Set.Name,
                r.Set.Note,
                r.Watched,
                r.Retired,
                r.Set.Version,
                writable.ReachesRegion(r.Set.RegionCode)
            )),
        ];
    }

    /// <summary>Reads one set.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<IndicatorSetSummary> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        (await Read(db, db.IndicatorSets.Where(s => s.Id == id), caller, cancellationToken)) is [{ } found]
            ? found
            : throw Problems.NotFound("Набор показателей");
}
