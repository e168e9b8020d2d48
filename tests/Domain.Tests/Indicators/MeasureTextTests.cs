using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class MeasureTextTests
{
    [Theory]
    [InlineData("12/43", 12, 43)]
    [InlineData("12 / 43", 12, 43)]
    [InlineData("12 из 43", 12, 43)]
    [InlineData("12 ИЗ 43", 12, 43)]
    [InlineData("12\u00A0из\u00A043", 12, 43)]
    [InlineData("12 из 43 (27,9\u00A0%)", 12, 43)]
    [InlineData("12 из 43 (27,9 %)", 12, 43)]
    [InlineData("1 234/12 345", 1_234, 12_345)]
    [InlineData("0/5", 0, 5)]
    [InlineData("-1/5", -1, 5)]
    public void Reads_a_share_with_its_base(string text, long numerator, long denominator) =>
        MeasureText.Read(IndicatorUnit.Share, text).Measure.ShouldBe(Measure.Share(numerator, denominator));

    [Theory]
    [InlineData("73,4", 73_400)]
    [InlineData("73.4", 73_400)]
    [InlineData("73,4%", 73_400)]
    [InlineData("73,4\u00A0% ", 73_400)]
    [InlineData("250 %", 250_000)]
    public void A_share_without_its_base_is_a_bare_percentage(string text, long thousandths) =>
        MeasureText.Read(IndicatorUnit.Share, text).Measure.ShouldBe(Measure.BarePercent(thousandths));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("–")]
    [InlineData("-")]
    [InlineData("н/д")]
    [InlineData("нет данных")]
    public void Missing_is_no_value_in_every_unit(string text)
    {
        foreach (var unit in Enum.GetValues<IndicatorUnit>())
            MeasureText.Read(unit, text).IsMissing.ShouldBeTrue(unit.ToString());
    }

    [Theory]
    [InlineData("да", true)]
    [InlineData("Да ", true)]
    [InlineData("1", true)]
    [InlineData("ИСТИНА", true)]
    [InlineData("нет", false)]
    [InlineData("0", false)]
    public void Yes_and_no_are_answers(string text, bool yes) =>
        MeasureText.Read(IndicatorUnit.YesNo, text).Measure.ShouldBe(Measure.YesNo(yes));

    [Theory]
    [InlineData(IndicatorUnit.Share, "abc", "number-invalid")]
    [InlineData(IndicatorUnit.Share, "12/43/5", "number-invalid")]
    [InlineData(IndicatorUnit.Share, "12,5/43", "number-invalid")]
    [InlineData(IndicatorUnit.Share, "0/0", "denominator-not-positive")]
    [InlineData(IndicatorUnit.Share, "1/-5", "denominator-not-positive")]
    [InlineData(IndicatorUnit.Mean, "4 балла", "number-invalid")]
    [InlineData(IndicatorUnit.Mean, "3,14159", "decimals-too-many")]
    [InlineData(IndicatorUnit.Count, "12/43", "number-invalid")]
    [InlineData(IndicatorUnit.Count, "99999999999999999999", "number-invalid")]
    [InlineData(IndicatorUnit.YesNo, "может быть", "not-yes-or-no")]
    public void What_is_no_value_is_told_so(IndicatorUnit unit, string text, string code)
    {
        var fault = MeasureText.Read(unit, text).Fault!.Value;
        fault.Code.ShouldBe(code);
        fault.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_long_text_is_told_back_in_short() =>
        MeasureText.Read(IndicatorUnit.Mean, new string('9', 5_000)).Fault!.Value.Message.Length.ShouldBeLessThan(200);

    [Theory]
    [InlineData(IndicatorUnit.Share, "12/43")]
    [InlineData(IndicatorUnit.Share, "73,4")]
    [InlineData(IndicatorUnit.Mean, "3,288")]
    [InlineData(IndicatorUnit.Count, "12")]
    [InlineData(IndicatorUnit.YesNo, "да")]
    [InlineData(IndicatorUnit.YesNo, "нет")]
    public void What_is_written_for_typing_is_read_as_the_same(IndicatorUnit unit, string text) =>
        MeasureText.Write(unit, MeasureText.Read(unit, text).Measure!.Value).ShouldBe(text);

    [Fact]
    public void What_is_shown_may_be_pasted_back()
    {
        var share = Measure.Share(12, 43);
        MeasureText.Read(IndicatorUnit.Share, share.Text(IndicatorUnit.Share, 1)).Measure.ShouldBe(share);
    }

    [Fact]
    public void A_number_that_came_as_such_stays_exact()
    {
        MeasureText.Read(IndicatorUnit.Share, 27.9m).Measure.ShouldBe(Measure.BarePercent(27_900));
        MeasureText.Read(IndicatorUnit.Mean, 0.1234m).Fault!.Value.Code.ShouldBe("decimals-too-many");
    }
}
