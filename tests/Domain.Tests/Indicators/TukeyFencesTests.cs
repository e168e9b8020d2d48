using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class TukeyFencesTests
{
    [Fact]
    public void Lie_one_and_a_half_interquartile_ranges_away() =>
        TukeyFences
            .Of([1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000])
            .ShouldBe(new TukeyFences(-3_000, 3_000, 7_000, 13_000, 9));

    [Fact]
    public void Quartiles_lie_between_neighbours() =>
        TukeyFences.Of([1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000]).ShouldBe(new TukeyFences(-2_500, 2_750, 6_250, 11_500, 8));

    [Fact]
    public void Are_not_told_of_a_handful_or_of_values_that_are_all_the_same()
    {
        TukeyFences.Of([1, 2, 3, 4, 5, 6, 7]).ShouldBeNull();
        TukeyFences.Of([5, 5, 5, 5, 5, 5, 5, 5, 900]).ShouldBeNull();
    }
}
