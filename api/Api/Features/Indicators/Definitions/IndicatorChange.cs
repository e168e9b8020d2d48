using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>What all changes of definitions have in common: the version before, the card after.</summary>
internal static class IndicatorChange
{
    /// <summary>The indicator to change with its definitions, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Indicator> IndicatorToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var indicator =
            await db.Indicators.Include(i => i.Versions).SingleOrDefaultAsync(i => i.Id == id, cancellationToken)
            ?? throw Problems.NotFound("Показатель");
        db.Expect(indicator, seen.Version);
        return indicator;
    }

    /// <summary>The set to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<IndicatorSet> SetToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var set =
            await db.IndicatorSets.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Problems.NotFound("Набор показателей");
        db.Expect(set, seen.Version);
        return set;
    }

    /// <summary>The region in which something new is defined: the one named, or the only one in which the caller may.</summary>
    /// <exception cref="Problem">400, 404</exception>
    public static string RegionToDefine(this AppDbContext db, string? regionCode)
    {
        var scope = db.Current.Scope;
        if (regionCode is { } code)
            return scope.ReachesRegion(code) ? code : throw Problems.NotFound("Регион", "/regionCode", code);
        return scope.Regions.Count == 1 ? scope.Regions[0] : throw Problems.Validation("/regionCode", "required", "Укажите регион.");
    }

    /// <summary>The latest period for which the indicator has a value; null when it has none.</summary>
    public static async Task<Period?> LastUsed(this AppDbContext db, Guid indicatorId, CancellationToken cancellationToken)
    {
        var periods = await db
            .IndicatorValues.Where(v => v.IndicatorId == indicatorId)
            .Select(v => v.Period)
            .Distinct()
            .ToListAsync(cancellationToken);
        return periods.Count == 0 ? null : periods.Max();
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<IndicatorDetails>> Changed(
        this AppDbContext db,
        Indicator indicator,
        string action,
        string? reason,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, reason);
        await db.SaveChangesAsync(cancellationToken);
        var details = await IndicatorDetails.Read(db, indicator.Id, caller, cancellationToken);
        return new Versioned<IndicatorDetails>(details, details.Version);
    }
}
