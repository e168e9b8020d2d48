using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;

namespace Opora.Api.Tests.Support;

/// <summary>Indicators with values and targets of schools, as panels and rankings read them.</summary>
public static class GivenPanels
{
    /// <summary>The period of everything here unless another is said.</summary>
    public static readonly Period Year = Period.CalendarYear(2019);

    private static readonly DateTime Then = new(2020, 1, 15, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A set with indicators; each a share that schools type, of which more is better, unless it says otherwise.</summary>
    public static async Task<(IndicatorSet Set, IReadOnlyList<Indicator> Indicators)> Watched(
        this Given given,
        params Func<IndicatorMeaning, IndicatorMeaning>[] meanings
    )
    {
        var set = new IndicatorSet(given.RegionCode, "set-" + Given.NewCode(), new IndicatorSetFacts("Целевые показатели", null));
        List<Indicator> indicators =
        [
            .. meanings.Select(
                (meaning, i) =>
                    GivenIndicators.Share(
                        set,
                        "i-" + Given.NewCode(),
                        i + 1,
                        usual => meaning(usual with { Direction = IndicatorDirection.HigherIsBetter })
                    )
            ),
        ];
        await given.Save(set);
        await given.Save([.. indicators, new IndicatorPeriod(set, Year, dueOn: null)]);
        return (set, indicators);
    }

    /// <summary>Writes values as whoever enters them does: with the notes that they leave behind.</summary>
    public static Task Values(this Given given, Indicator indicator, params (IPlaced Place, Measure Value)[] values) =>
        given.Values(indicator, Year, values);

    /// <summary>The same in another period.</summary>
    public static Task Values(this Given given, Indicator indicator, Period period, params (IPlaced Place, Measure Value)[] values) =>
        given.InRegion(async db =>
        {
            foreach (var (place, value) in values)
                db.Put(
                    new IndicatorValue(
                        place,
                        indicator.Id,
                        period,
                        Breakdown.Whole,
                        new ValueRecord(value, ValueOrigin.Entered, Then, null)
                    )
                );
            await db.SaveChangesAsync();
        });

    /// <summary>Sets targets in per cent or pieces, and notes them.</summary>
    public static Task Targets(this Given given, Indicator indicator, Period period, params (IPlaced Place, int Target)[] targets) =>
        given.InRegion(async db =>
        {
            foreach (var (place, target) in targets)
                db.Add(new IndicatorTarget(place, indicator.Id, period, new TargetFacts(target * Measure.Scale, null, null, null)));
            db.MarkIndicator(given.RegionCode, indicator.Id, period);
            await db.SaveChangesAsync();
        });
}
