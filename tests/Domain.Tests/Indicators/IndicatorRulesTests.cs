using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class IndicatorRulesTests
{
    private static readonly IndicatorMeaning Share = new(
        IndicatorUnit.Share,
        IndicatorDirection.HigherIsBetter,
        IndicatorLevel.School,
        IndicatorPeriodKind.CalendarYear,
        IndicatorSource.School,
        IndicatorAggregation.RatioOfSums
    );

    [Theory]
    [InlineData(45, 50, null, 50_000L, "value-out-of-range")]
    [InlineData(25, 50, null, 50_000L, null)]
    [InlineData(2, 3, null, 66_666L, "value-out-of-range")]
    [InlineData(1, 50, 10_000L, null, "value-out-of-range")]
    [InlineData(5, 50, 10_000L, null, null)]
    [InlineData(3, 2, null, 150_000L, null)]
    [InlineData(3, 2, null, null, "numerator-above-denominator")]
    public void A_share_of_two_numbers_keeps_to_the_range_exactly(
        long numerator,
        long denominator,
        long? least,
        long? most,
        string? code
    ) => Faults(Share with { MinThousandths = least, MaxThousandths = most }, Measure.Share(numerator, denominator)).ShouldBe(code);

    [Fact]
    public void No_value_is_so_large_that_sums_over_schools_would_not_hold_it()
    {
        Faults(Share, Measure.Share(1_000_000_000, 1_000_000_000)).ShouldBeNull();
        Faults(Share, Measure.Share(1_000_000_001, 1_000_000_001)).ShouldBe("value-too-large");
        var count = Share with { Unit = IndicatorUnit.Count, Aggregation = IndicatorAggregation.Sum };
        Faults(count, Measure.Count(1_000_000_000)).ShouldBeNull();
        Faults(count, Measure.Count(1_000_000_001)).ShouldBe("value-too-large");
    }

    private static string? Faults(IndicatorMeaning meaning, Measure value) =>
        IndicatorRules.Faults(meaning, value).Select(f => f.Code).SingleOrDefault();
}
