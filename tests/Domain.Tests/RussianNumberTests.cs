using static Opora.Domain.NumberKind;

namespace Opora.Domain.Tests;

public sealed class RussianNumberTests
{
    [Theory]
    [InlineData("73,4", 3, 73_400)]
    [InlineData("73.4", 3, 73_400)]
    [InlineData(" 73,400 ", 3, 73_400)]
    [InlineData("73,4000", 3, 73_400)]
    [InlineData("1 234,5", 1, 12_345)]
    [InlineData("1\u00A0234,5", 1, 12_345)]
    [InlineData("1\u2009234\u202F567", 0, 1_234_567)]
    [InlineData("\uFEFF54", 3, 54_000)]
    [InlineData("-2,31", 2, -231)]
    [InlineData("–2,31", 2, -231)]
    [InlineData("−2,31", 2, -231)]
    [InlineData("+5", 0, 5)]
    [InlineData("0", 3, 0)]
    [InlineData("0,0", 3, 0)]
    [InlineData("007", 0, 7)]
    [InlineData("5,", 0, 5)]
    [InlineData(",5", 1, 5)]
    public void Reads_a_number_exactly(string text, int decimals, long scaled) =>
        RussianNumber.Parse(text, decimals).ShouldBe(new(Number, scaled));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u00A0")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("--")]
    [InlineData("н/д")]
    [InlineData("Н/Д")]
    [InlineData("#Н/Д")]
    [InlineData("нет данных")]
    public void Missing_is_not_zero(string text) => RussianNumber.Parse(text, 3).Kind.ShouldBe(Missing);

    [Theory]
    [InlineData("abc")]
    [InlineData("7O")]
    [InlineData("73,4,5")]
    [InlineData("73 4")]
    [InlineData("1 2345")]
    [InlineData("73,4 5")]
    [InlineData("1e5")]
    [InlineData("24%")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("- -5")]
    [InlineData("9999999999999999999999")]
    [InlineData("999999999999999999")]
    [InlineData("нечто")]
    public void Refuses_what_is_no_number(string text) => RussianNumber.Parse(text, 3).Kind.ShouldBe(Invalid);

    [Theory]
    [InlineData("3,2875", 3)]
    [InlineData("0,0001", 3)]
    [InlineData("5,5", 0)]
    public void Refuses_decimals_that_would_be_lost(string text, int decimals) =>
        RussianNumber.Parse(text, decimals).Kind.ShouldBe(TooManyDecimals);

    [Fact]
    public void Reads_every_thousandth_back()
    {
        for (var value = 0; value <= 100_000; value++)
            RussianNumber.Parse($"{value / 1000},{value % 1000:000}", 3).ShouldBe(new(Number, value));
    }

    [Fact]
    public void Scales_decimals_that_came_as_json()
    {
        RussianNumber.Scale(3.288m, 3).ShouldBe(new(Number, 3_288));
        RussianNumber.Scale(3.2880m, 3).ShouldBe(new(Number, 3_288));
        RussianNumber.Scale(3.2875m, 3).Kind.ShouldBe(TooManyDecimals);
        RussianNumber.Scale(-512m, 0).ShouldBe(new(Number, -512));
        RussianNumber.Scale(decimal.MaxValue, 3).Kind.ShouldBe(Invalid);
        RussianNumber.Scale(1e-20m, 3).Kind.ShouldBe(TooManyDecimals);
    }
}
