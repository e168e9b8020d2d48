using Opora.Domain.Results;

namespace Opora.Domain.Tests.Results;

public sealed class RatioTests
{
    [Theory]
    [InlineData(50, 71, "50 из 71 (70,4\u00A0%)")]
    [InlineData(46, 71, "46 из 71 (64,8\u00A0%)")]
    [InlineData(49, 71, "49 из 71 (69,0\u00A0%)")]
    [InlineData(36, 71, "36 из 71 (50,7\u00A0%)")]
    [InlineData(1, 3, "1 из 3 (33,3\u00A0%)")]
    [InlineData(0, 4, "0 из 4 (0,0\u00A0%)")]
    [InlineData(4, 4, "4 из 4 (100,0\u00A0%)")]
    [InlineData(0, 0, "–")]
    public void Shows_numerator_denominator_and_percent(long numerator, long denominator, string text) =>
        new Ratio(numerator, denominator).ToString().ShouldBe(text);

    [Theory]
    [InlineData(1, 2000, 1)]
    [InlineData(-1, 2000, -1)]
    [InlineData(1, 2001, 0)]
    [InlineData(3, 2000, 2)]
    [InlineData(999_499, 1_000_000, 999)]
    [InlineData(999_500, 1_000_000, 1000)]
    [InlineData(long.MaxValue, long.MaxValue, 1000)]
    public void Rounds_halves_away_from_zero(long numerator, long denominator, long tenths) =>
        new Ratio(numerator, denominator).PercentTenths.ShouldBe(tenths);

    [Fact]
    public void Without_a_base_there_is_no_percentage()
    {
        new Ratio(0, 0).PercentTenths.ShouldBeNull();
        new Ratio(0, 0).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void A_region_is_the_sum_of_its_schools() => (new Ratio(1, 3) + new Ratio(3, 4)).ShouldBe(new Ratio(4, 7));

    [Fact]
    public void Division_agrees_with_decimal_arithmetic()
    {
        for (var numerator = -50; numerator <= 50; numerator++)
        for (var denominator = -20; denominator <= 20; denominator++)
            if (denominator != 0)
                Rounding
                    .Divide(numerator, denominator)
                    .ShouldBe(
                        (long)Math.Round((decimal)numerator / denominator, MidpointRounding.AwayFromZero),
                        $"{numerator}/{denominator}"
                    );
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Fewer_than_five_pupils_are_a_small_group(int? participants, bool small) =>
        SmallGroups.Standard.IsSmall(participants).ShouldBe(small);
}
