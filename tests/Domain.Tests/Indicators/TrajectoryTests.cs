using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class TrajectoryTests
{
    [Fact]
    public void Goes_straight_from_the_start_to_the_target() =>
        Told(60_000, "2019", 54_000, "2022").ShouldBe(["2019 60000", "2020 58000", "2021 56000", "2022 54000"]);

    [Fact]
    public void Knows_quarters_and_halves_over_the_turn_of_years()
    {
        Told(0, "2019-Q3", 3_000, "2020-Q2").ShouldBe(["2019-Q3 0", "2019-Q4 1000", "2020-Q1 2000", "2020-Q2 3000"]);
        Told(0, "2019/2020-H2", 1_000, "2020/2021-H1").ShouldBe(["2019/2020-H2 0", "2020/2021-H1 1000"]);
    }

    [Fact]
    public void Rounds_half_away_from_zero() => Told(0, "2019", 1, "2021").ShouldBe(["2019 0", "2020 1", "2021 1"]);

    [Theory]
    [InlineData("2019", "2019/2020")]
    [InlineData("2019", "2020-Q1")]
    [InlineData("2020", "2019")]
    [InlineData("2020", "2020")]
    public void Is_told_only_between_periods_of_one_kind_in_order(string from, string to) => Told(0, from, 1_000, to).ShouldBeEmpty();

    [Fact]
    public void A_value_is_on_track_by_direction_and_unknown_without_one()
    {
        Trajectory.IsOnTrack(IndicatorDirection.LowerIsBetter, Measure.BarePercent(57_000), 58_000).ShouldBe(true);
        Trajectory.IsOnTrack(IndicatorDirection.HigherIsBetter, Measure.BarePercent(57_000), 58_000).ShouldBe(false);
        Trajectory.IsOnTrack(IndicatorDirection.HigherIsBetter, null, 58_000).ShouldBeNull();
        Trajectory.IsOnTrack(IndicatorDirection.Neutral, Measure.BarePercent(57_000), 58_000).ShouldBeNull();
    }

    private static IEnumerable<string> Told(long baseline, string from, long target, string to) =>
        Trajectory.Of(baseline, Period.Parse(from), target, Period.Parse(to)).Select(p => $"{p.Period} {p.ExpectedThousandths}");
}
