using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class IndicatorAggregateTests
{
    const IndicatorDirection Higher = IndicatorDirection.HigherIsBetter;
    const IndicatorDirection Lower = IndicatorDirection.LowerIsBetter;

    static IndicatorAggregate Of(IndicatorDirection direction, params (Measure?, long?)[] schools) =>
        IndicatorAggregate.Of(direction, schools);

    static (Measure?, long?) Share(long numerator, long denominator, long? target = null) =>
        (Measure.Share(numerator, denominator), target);

    [Fact]
    public void A_regional_share_is_the_sum_of_numerators_by_the_sum_of_denominators_and_no_mean_of_shares()
    {
        var region = Of(Higher, Share(1, 2), Share(9, 90));
        region
            .Tally.Value(IndicatorAggregation.RatioOfSums, IndicatorUnit.Share)
            .ShouldBe(new AggregateValue(AggregateKind.RatioOfSums, Measure.Share(10, 92)));
        region
            .Tally.Value(IndicatorAggregation.MeanOfSchools, IndicatorUnit.Share)
            .ShouldBe(new AggregateValue(AggregateKind.MeanOfSchools, Measure.Number(30_000)));
    }

    [Fact]
    public void A_share_without_its_base_is_counted_and_left_out_of_the_sums()
    {
        var region = Of(Higher, Share(1, 4), (Measure.BarePercent(75_000), null));
        region.Tally.Schools.ShouldBe(2);
        region.Tally.WithBase.ShouldBe(1);
        region.Tally.Value(IndicatorAggregation.RatioOfSums, IndicatorUnit.Share)!.Value.Measure.ShouldBe(Measure.Share(1, 4));
        region.Tally.MeanThousandths.ShouldBe(50_000);
    }

    [Fact]
    public void Without_any_base_the_mean_of_schools_is_left_and_says_so() =>
        Of(Higher, (Measure.BarePercent(20_000), null), (Measure.BarePercent(30_001), null))
            .Tally.Value(IndicatorAggregation.RatioOfSums, IndicatorUnit.Share)
            .ShouldBe(new AggregateValue(AggregateKind.MeanOfSchools, Measure.Number(25_001)), "25,0005 is rounded half away from zero");

    [Theory]
    [InlineData(IndicatorAggregation.Sum, IndicatorUnit.Count, AggregateKind.Sum)]
    [InlineData(IndicatorAggregation.Last, IndicatorUnit.Count, AggregateKind.Sum)]
    [InlineData(IndicatorAggregation.Last, IndicatorUnit.YesNo, AggregateKind.Sum)]
    [InlineData(IndicatorAggregation.MeanOfSchools, IndicatorUnit.Count, AggregateKind.MeanOfSchools)]
    [InlineData(IndicatorAggregation.MeanOfSchools, IndicatorUnit.Points, AggregateKind.MeanOfSchools)]
    public void The_definition_says_how_schools_make_a_larger_place(
        IndicatorAggregation aggregation,
        IndicatorUnit unit,
        AggregateKind kind
    )
    {
        var value = Of(Higher, (Measure.Count(1), null), (Measure.Count(0), null)).Tally.Value(aggregation, unit)!.Value;
        value.Kind.ShouldBe(kind);
        value.Measure.Thousandths.ShouldBe(kind == AggregateKind.Sum ? 1_000 : 500);
    }

    [Fact]
    public void No_value_is_no_zero()
    {
        var region = Of(Higher, (null, 50_000), (null, null));
        region.Tally.Value(IndicatorAggregation.RatioOfSums, IndicatorUnit.Share).ShouldBeNull();
        region.Tally.MeanThousandths.ShouldBeNull();
        region.Tally.Least.ShouldBeNull();
        region.Spread.ShouldBeNull();
        (region.Registered, region.WithoutValue).ShouldBe((2, 2));
    }

    [Fact]
    public void A_zero_is_a_value_and_the_least_one()
    {
        var region = Of(Higher, Share(0, 10), Share(3, 10));
        (region.Tally.Schools, region.Tally.AboveZero, region.Tally.Least, region.Tally.Greatest).ShouldBe((2, 1, 0, 30_000));
        (region.Tally + default(IndicatorTally)).ShouldBe(region.Tally, "nothing added changes nothing: no zero comes in as a least value");
    }

    [Theory]
    [InlineData(Higher, 1, 2)]
    [InlineData(Lower, 2, 1)]
    [InlineData(IndicatorDirection.Neutral, 0, 0)]
    public void Reached_and_missed_go_by_direction_and_equal_is_reached(IndicatorDirection direction, int achieved, int missed)
    {
        // 58, 60 and 2/3 against 60, 61 and 66,667.
        var region = Of(
            direction,
            Share(60, 100, direction == Lower ? 60_000 : 61_000),
            Share(58, 100, direction == Lower ? 60_000 : 58_000),
            Share(2, 3, direction == Lower ? 66_666 : 66_667),
            (null, 60_000),
            Share(1, 2)
        );
        (region.Tally.Achieved, region.Tally.Missed).ShouldBe((achieved, missed));
        region.Tally.Targets.ShouldBe(4);
        region.AwaitingValue(direction).ShouldBe(direction == IndicatorDirection.Neutral ? 0 : 1);
        region.WithoutTarget.ShouldBe(1);
    }

    [Fact]
    public void A_region_is_the_sum_of_its_municipalities()
    {
        var schools = Enumerable
            .Range(1, 40)
            .Select(i => ((Measure?)(i % 7 == 0 ? Measure.BarePercent(i * 1_000) : Measure.Share(i % 5, i)), (long?)(i * 1_000)))
            .ToList();
        var whole = IndicatorAggregate.Of(Higher, schools).Tally;
        IndicatorTally.Sum(schools.Chunk(7).Select(part => IndicatorAggregate.Of(Higher, part).Tally)).ShouldBe(whole);
        IndicatorAggregate.Of(Higher, Enumerable.Reverse(schools)).Tally.ShouldBe(whole, "whatever the order");
    }

    [Fact]
    public void The_quartiles_are_those_of_Excel()
    {
        // =КВАРТИЛЬ.ВКЛ({1;2;4;7;11;16};1…3) is 2,5; 5,5; 10.
        var spread = IndicatorSpread.Of(new long[] { 16, 1, 11, 2, 7, 4 }.Select(Measure.Count))!;
        spread.ShouldBe(new IndicatorSpread(6, 1_000, 2_500, 5_500, 10_000, 16_000));
    }

    [Fact]
    public void One_value_is_its_own_spread() =>
        IndicatorSpread.Of([Measure.Share(1, 3)]).ShouldBe(new IndicatorSpread(1, 33_333, 33_333, 33_333, 33_333, 33_333));

    [Fact]
    public void A_median_between_two_is_rounded_once() =>
        IndicatorSpread.Of([Measure.Number(1), Measure.Number(2)])!.Median.ShouldBe(2, "1,5 thousandths, half away from zero");

    [Fact]
    public void Equal_values_share_a_place_and_the_next_is_left_out()
    {
        Measure[] values = [Measure.Share(1, 2), Measure.Share(2, 3), Measure.Share(4, 6), Measure.Share(9, 10)];
        Ranking.Places(values, v => v, Higher).Select(r => r.Place).ShouldBe([1, 2, 2, 4]);
        Ranking.Places(values, v => v, Higher).First().Item.ShouldBe(Measure.Share(9, 10));
        Ranking.Places(values, v => v, Lower).Select(r => r.Place).ShouldBe([1, 2, 2, 4]);
        Ranking.Places(values, v => v, Lower).First().Item.ShouldBe(Measure.Share(1, 2));
    }

    [Fact]
    public void A_tie_is_a_tie_of_exact_values() =>
        Ranking
            .Places([Measure.Share(2, 3), Measure.BarePercent(66_667), Measure.Share(66_667, 100_000)], v => v, Higher)
            .Select(r => r.Place)
            .ShouldBe([1, 1, 3], "66,667 % is more than 2/3, and a bare percentage ties with the same share");
}
