using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>An indicator with the definition by which a period is judged.</summary>
internal sealed record Watched(Indicator Indicator, string SetName, IndicatorVersion Definition)
{
    public Guid Id => Indicator.Id;

    public string RegionCode => Indicator.RegionCode;

    /// <summary>What programs and screens are told of it.</summary>
    public PanelIndicator Details =>
        new(
            Id,
            Indicator.SetId,
            Indicator.Code,
            Indicator.Number,
            Definition.Name,
            Definition.Group,
            Definition.Unit,
            Definition.Direction,
            Definition.Level,
            Definition.Aggregation,
            Definition.Decimals
        );
}

/// <summary>Finds indicators and the period that is meant.</summary>
internal static class WatchedReading
{
    /// <summary>The set and period asked for; what is not said is taken from the newest opened period. Null when nothing is open yet.</summary>
    public static async Task<(Guid Set, Period Period)?> Meant(this AppDbContext db, Guid? set, Period? period, CancellationToken ct)
    {
        if (set is { } told && period is { } named)
            return (told, named);
        var opened = await db
            .IndicatorPeriods.Where(p => (set == null || p.SetId == set) && (period == null || p.Period == period))
            .OrderByDescending(p => p.Period)
            .ThenBy(p => p.Id)
            .Select(p => new { p.SetId, p.Period })
            .FirstOrDefaultAsync(ct);
        return opened is null ? null : (opened.SetId, opened.Period);
    }

    /// <summary>The indicators of a set that are watched in the period, in their order.</summary>
    /// <exception cref="Problem">404: there is no such set.</exception>
    public static async Task<List<Watched>> WatchedIn(this AppDbContext db, Guid set, Period period, CancellationToken ct)
    {
        var found = await Read(db, db.Indicators.Where(i => i.SetId == set), ct);
        if (found.Count == 0 && !await db.IndicatorSets.AnyAsync(s => s.Id == set, ct))
            throw Problems.NotFound("Набор показателей");
        return
        [
            .. found
                .Select(f => (f.Indicator, f.SetName, Definition: f.Indicator.For(period)))
                .Where(f => f.Definition is not null)
                .Select(f => new Watched(f.Indicator, f.SetName, f.Definition!))
                .OrderBy(w => w.Indicator.Number)
                .ThenBy(w => w.Id),
        ];
    }

    /// <summary>One indicator; outside the periods in which it was watched, by its present definition.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Watched> WatchedOne(this AppDbContext db, Guid id, Period? period, CancellationToken ct)
    {
        var found = await Read(db, db.Indicators.Where(i => i.Id == id), ct);
        if (found is not [var (indicator, set)])
            throw Problems.NotFound("Показатель");
        return new Watched(indicator, set, (period is { } told ? indicator.For(told) : null) ?? indicator.Current);
    }

    private static async Task<List<(Indicator Indicator, string SetName)>> Read(
        AppDbContext db,
        IQueryable<Indicator> indicators,
        CancellationToken ct
    ) =>
        [
            .. (
                await (
                    from indicator in indicators.AsNoTracking().Include(i => i.Versions)
                    join owner in db.IndicatorSets on indicator.SetId equals owner.Id
                    select new { Indicator = indicator, owner.Name }
                ).ToListAsync(ct)
            ).Select(f => (f.Indicator, f.Name)),
        ];

    /// <summary>The day on which the place of a school counts for a period.</summary>
    public static DateOnly StandingDay(this Period period) => Standings.DayOf(period.ResultsYear);

    /// <summary>Whether the common figure of a place may be shown to somebody who does not reach the place as a whole.</summary>
    public static bool MayBeCompared(this SmallGroups limits, IndicatorUnit unit, in IndicatorTally tally) =>
        limits.MayBeCompared(unit == IndicatorUnit.Share && tally.WithBase > 0 ? tally.Denominators : limits.LeastPupils, tally.Schools);
}

/// <summary>An indicator as a column or a title names it.</summary>
/// <param name="Id">Id.</param>
/// <param name="SetId">Id of the set that it belongs to.</param>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Number">Place in its set, from 1.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Group">Heading under which it stands.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Direction">Where the better values lie.</param>
/// <param name="Level">Whose values they are.</param>
/// <param name="Aggregation">How schools make larger places.</param>
/// <param name="Decimals">Decimals shown.</param>
public sealed record PanelIndicator(
    Guid Id,
    Guid SetId,
    string Code,
    int Number,
    string Name,
    string Group,
    IndicatorUnit Unit,
    IndicatorDirection Direction,
    IndicatorLevel Level,
    IndicatorAggregation Aggregation,
    int Decimals
);
