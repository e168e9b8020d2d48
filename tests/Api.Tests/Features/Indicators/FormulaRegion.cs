using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>A region with a set of indicators that formulas compute.</summary>
internal sealed class FormulaRegion
{
    private readonly ApiFactory _api;

    private FormulaRegion(ApiFactory api, Given given, IndicatorSet set) => (_api, Given, Set) = (api, given, set);

    public Given Given { get; }
    public IndicatorSet Set { get; }
    public Municipality Place { get; private set; } = null!;
    public School School { get; private set; } = null!;

    /// <summary>A region, a municipality, a school, and a set whose periods are open.</summary>
    public static async Task<FormulaRegion> Make(ApiFactory api, params string[] periods)
    {
        var given = await Given.Region(api);
        var set = new IndicatorSet(given.RegionCode, "programme", new IndicatorSetFacts("Показатели программы", null));
        var region = new FormulaRegion(api, given, set) { Place = await given.Municipality() };
        region.School = await given.School(region.Place);
        await given.Save([set, .. periods.Select(p => new IndicatorPeriod(set, Period.Parse(p), null))]);
        return region;
    }

    /// <summary>Defines an indicator for calendar years; without a formula schools enter it.</summary>
    public async Task<Indicator> Define(
        string code,
        string? formula,
        IndicatorUnit unit = IndicatorUnit.Share,
        IndicatorLevel level = IndicatorLevel.School,
        int from = 2000
    )
    {
        var meaning = new IndicatorMeaning(
            unit,
            IndicatorDirection.HigherIsBetter,
            level,
            IndicatorPeriodKind.CalendarYear,
            formula is null
                ? (level == IndicatorLevel.School ? IndicatorSource.School : IndicatorSource.Operator)
                : IndicatorSource.Formula,
            IndicatorRules.AggregationsOf(unit)[0],
            Formula: formula
        );
        var indicator = new Indicator(
            Set,
            code,
            1,
            new DateOnly(from, 1, 1),
            new IndicatorWording("Показатель " + code, "Группа", null, 1, null),
            meaning
        );
        await Given.Save(indicator);
        return indicator;
    }

    /// <summary>
    /// Computes what is to be computed in this region. On PostgreSQL a change counts as complete only when every older transaction has
    /// ended, also those of other tests: it is asked again until the last change of results here is one of them.
    /// </summary>
    public async Task<bool> Compute(FormulaRefresher? by = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        long last = 0;
        await Given.InRegion(async db =>
            last = Math.Max(
                await db.ExamResults.MaxAsync(r => (long?)r.ChangeNo, cancel) ?? 0,
                await db.DeletedResults.MaxAsync(r => (long?)r.ChangeNo, cancel) ?? 0
            )
        );
        var changed = false;
        for (long below = 0; below <= last; )
        {
            await Given.InRegion(async db => below = await db.Horizon(cancel));
            changed |= await (by ?? _api.Services.GetRequiredService<FormulaRefresher>()).Refresh(Given.RegionCode, cancel);
        }
        return changed;
    }

    /// <summary>What all schools come to together in the kept-ready figures.</summary>
    public async Task<(long Numerators, long Denominators)> Total(Indicator indicator, string period)
    {
        (long, long) total = default;
        var when = Period.Parse(period);
        await Given.InRegion(async db =>
        {
            await _api
                .Services.GetRequiredService<IndicatorRefresher>()
                .Ready(db, new IndicatorRange([Given.RegionCode]), TestContext.Current.CancellationToken);
            var rollup = await db.IndicatorRollups.SingleAsync(r =>
                r.IndicatorId == indicator.Id && r.Period == when && r.Category == IndicatorRollup.AllSchools
            );
            total = (rollup.Numerators, rollup.Denominators);
        });
        return total;
    }

    /// <summary>Enters a value as the grid does.</summary>
    public Task Enter(Indicator indicator, IPlaced place, string period, Measure measure) =>
        Given.InRegion(async db =>
        {
            var key = IndicatorValue.KeyOf(place);
            var when = Period.Parse(period);
            var record = new ValueRecord(measure, ValueOrigin.Entered, DateTime.UnixEpoch, null);
            var stored = await db.IndicatorValues.SingleOrDefaultAsync(v =>
                v.PlaceKey == key && v.IndicatorId == indicator.Id && v.Period == when
            );
            if (stored is null)
                db.Put(new IndicatorValue(place, indicator.Id, when, Breakdown.Whole, record));
            else
                db.Change(stored, record);
            await db.SaveChangesAsync();
        });

    /// <summary>The stored value of a place, or null.</summary>
    public async Task<IndicatorValue?> Stored(Indicator indicator, IPlaced place, string period)
    {
        IndicatorValue? stored = null;
        var key = IndicatorValue.KeyOf(place);
        var when = Period.Parse(period);
        await Given.InRegion(async db =>
            stored = await db
                .IndicatorValues.AsNoTracking()
                .SingleOrDefaultAsync(v => v.PlaceKey == key && v.IndicatorId == indicator.Id && v.Period == when)
        );
        return stored;
    }

    public async Task<Measure?> Value(Indicator indicator, IPlaced place, string period = "2019") =>
        (await Stored(indicator, place, period))?.Measure;

    public IPlaced Whole => new Place(Given.RegionCode, null, null);

    public IPlaced Municipality => new Place(Given.RegionCode, Place.Code, null);
}
