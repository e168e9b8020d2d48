using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;
using Shouldly;

namespace Opora.Domain.Tests.Indicators;

/// <summary>Missing is not zero, numbers are exact, and a value that cannot be told says why.</summary>
public sealed class FormulaMissingTests
{
    static FormulaGiven School() => new();

    static FormulaGiven Region() => new() { Level = IndicatorLevel.Region };

    [Fact]
    public void Without_results_there_is_no_value()
    {
        School().Reason("marks(VPR, russian, 5, 2)").ShouldBe("нет результатов: ВПР, русский язык, 5 класс, 2019 год");
        School().Reason("participants(VPR, russian, 5)", IndicatorUnit.Count).ShouldNotBeNull();
        Region().Reason("rising(EGE, russian)").ShouldBe("нет результатов: ЕГЭ, русский язык, 11 класс, 2018 и 2019 годы");
    }

    [Fact]
    public void Results_without_what_is_asked_give_no_value()
    {
        var bare = new ResultValues(null, 3_500, null);
        School().Result("VPR russian 5", bare).Reason("marks(VPR, russian, 5, 2)").ShouldBe("нет распределения отметок");
        School().Result("VPR russian 5", bare).Reason("below(VPR, russian, 5)").ShouldBe("не указано, сколько участников ниже порога");
        School()
            .Result("VPR russian 5", bare)
            .Reason("participants(VPR, russian, 5)", IndicatorUnit.Count)
            .ShouldBe("число участников неизвестно");
        School()
            .Result("VPR russian 5", new ResultValues(10, null, 1))
            .Reason("mean(VPR, russian, 5)", IndicatorUnit.Mean)
            .ShouldBe("нет среднего результата");
        School()
            .Result("VPR russian 5", new ResultValues(0, null, 0))
            .Reason("below(VPR, russian, 5)")
            .ShouldBe("в результатах ноль участников");
    }

    [Fact]
    public void Schools_without_comparison_are_no_base()
    {
        Region().Mean("EGE russian 11", 1, 2019, 60_000).Reason("rising(EGE, russian)").ShouldBe("нет школ с результатами обоих лет");
        Region()
            .Mean("EGE russian 11", 1, 2019, 60_000)
            .Reason("rising(EGE, russian, of: listed)")
            .ShouldBe("нет перечня школ на 2019 год");
        Region()
            .Mean("EGE russian 11", 1, 2018, 60_000)
            .Mean("EGE russian 11", 1, 2019, 61_000)
            .List()
            .Reason("rising(EGE, russian, base: cohort)")
            .ShouldBe("нет результатов: ЕГЭ, русский язык, 11 класс, 2018 и 2019 годы");
    }

    [Fact]
    public void A_missing_part_leaves_the_whole_without_a_value()
    {
        var school = School().Value("count", Measure.Count(3));
        school
            .Reason("indicator(\"count\") + indicator(\"points\")", IndicatorUnit.Points)
            .ShouldBe("нет значения показателя «Баллы» за 2019");
        school
            .Reason("indicator(\"count\") + previous(\"count\")", IndicatorUnit.Count)
            .ShouldBe("нет значения показателя «Количество» за 2018");
        school.Reason("share(indicator(\"count\"), pupils())").ShouldBe("не указано: число обучающихся");
        Region().Reason("sum(\"count\")", IndicatorUnit.Count).ShouldBe("ни у одной школы нет значения показателя «Количество» за 2019");
        Region().SchoolValue("share", 1, Measure.BarePercent(1)).Reason("sum(\"share\")").ShouldBe("база процента неизвестна у всех школ");
        Region()
            .SchoolValue("count", 1, Measure.Count(1))
            .Reason("sum(\"count\", of: listed)", IndicatorUnit.Count)
            .ShouldBe("нет перечня школ на 2019 год");
    }

    [Fact]
    public void A_zero_denominator_gives_no_value_and_a_zero_numerator_gives_zero()
    {
        var school = School().Value("count", Measure.Count(0)).Register(FormulaRegister.Pupils, 100);
        school.Reason("share(pupils(), indicator(\"count\"))").ShouldBe("знаменатель доли равен нулю");
        school.Reason("pupils() / indicator(\"count\")", IndicatorUnit.Mean).ShouldBe("деление на ноль");
        school.Value("share(indicator(\"count\"), pupils())").ShouldBe(Measure.Share(0, 100));
    }

    [Fact]
    public void A_share_is_never_more_than_the_whole_and_never_negative()
    {
        var school = School().Value("count", Measure.Count(12)).Register(FormulaRegister.Teachers, 10);
        school.Reason("share(indicator(\"count\"), teachers())").ShouldBe("числитель больше знаменателя: 12 из 10");
        school.Reason("share(teachers() - indicator(\"count\"), teachers())").ShouldBe("доля не бывает отрицательной: -2 из 10");
    }

    [Theory]
    [InlineData("1 / 3 * 3", 1_000)]
    [InlineData("0.1 + 0.2", 300)]
    [InlineData("2 / 3", 667)]
    [InlineData("-2 / 3", -667)]
    [InlineData("0.001 / 2", 1)]
    [InlineData("-0.001 / 2", -1)]
    [InlineData("1 - 1 - 1", -1_000)]
    [InlineData("12 / 3 / 2", 2_000)]
    [InlineData("2 + 3 * (4 - 1)", 11_000)]
    [InlineData("--5", 5_000)]
    [InlineData("999999999999 * 1000 / 1000", 999_999_999_999_000)]
    public void Numbers_are_exact_and_rounded_at_the_end_only(string text, long thousandths) =>
        School().Value(text, IndicatorUnit.Mean).ShouldBe(Measure.Number(thousandths));

    [Fact]
    public void A_share_counts_as_its_exact_per_cent()
    {
        var school = School().Value("share", Measure.Share(2, 3)).Value("share", Measure.Share(1, 3), Period.CalendarYear(2018));
        school.Value("indicator(\"share\") - previous(\"share\")", IndicatorUnit.Points).ShouldBe(Measure.Number(33_333));
        school.Value("(indicator(\"share\") - previous(\"share\")) * 3", IndicatorUnit.Points).ShouldBe(Measure.Number(100_000));
    }

    [Fact]
    public void A_number_that_no_column_holds_is_told()
    {
        var power = string.Join(" * ", Enumerable.Repeat("999999999999", 2));
        School().Reason(power, IndicatorUnit.Points).ShouldBe("число слишком велико");
        var beyond128Bits = string.Join(" * ", Enumerable.Repeat("999999999999", 12));
        School().Reason(beyond128Bits, IndicatorUnit.Points).ShouldBe("число слишком велико");
    }

    [Fact]
    public void The_earliest_period_has_none_before() =>
        new FormulaGiven { Period = Period.CalendarYear(1990) }
            .Reason("previous(\"count\")", IndicatorUnit.Count)
            .ShouldNotBeNull();
}
