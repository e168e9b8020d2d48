using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;
using Shouldly;

namespace Opora.Domain.Tests.Indicators;

/// <summary>What each function of the language computes.</summary>
public sealed class FormulaFunctionTests
{
    static FormulaGiven School() => new();

    static FormulaGiven Region() => new() { Level = IndicatorLevel.Region };

    [Fact]
    public void Marks_are_a_share_of_pupils_with_marks()
    {
        School().Marks("VPR russian 5", 19, 20, 28, 6).Value("marks(VPR, russian, 5, 2, 3)").ShouldBe(Measure.Share(39, 73));
        School().Marks("VPR russian 5", 19, 20, 28, 6).Value("marks(VPR, russian, 5, 4, 5)").ShouldBe(Measure.Share(34, 73));
    }

    [Fact]
    public void Marks_of_a_place_are_sums_over_its_schools()
    {
        var region = Region().Marks("VPR russian 5", 1, 2, 3, 4, school: 1).Marks("VPR russian 5", 0, 1, 0, 0, school: 2);
        region.Value("marks(VPR, russian, 5, 2, 3)").ShouldBe(Measure.Share(4, 11));
    }

    [Fact]
    public void Percentages_without_participants_stay_a_bare_percentage_and_enter_no_sum()
    {
        var percent = new ResultValues(null, null, null, MarksForm.Percent, 2_603, 2_740, 3_836, 821);
        School().Result("VPR russian 5", percent).Value("marks(VPR, russian, 5, 2, 3)").ShouldBe(Measure.BarePercent(53_430));
        var region = Region().Result("VPR russian 5", percent).Marks("VPR russian 5", 1, 0, 0, 1, school: 2);
        region.Value("marks(VPR, russian, 5, 2, 3)").ShouldBe(Measure.Share(1, 2));
    }

    [Fact]
    public void Below_is_a_share_of_those_whose_participants_are_known()
    {
        var region = Region()
            .Result("EGE mathematics-profile 11", new ResultValues(20, 50_000, 3))
            .Result("EGE mathematics-profile 11", new ResultValues(30, 50_000, null), school: 2)
            .Result("EGE mathematics-profile 11", new ResultValues(10, 50_000, 0), school: 3);
        region.Value("below(EGE, mathematics-profile)").ShouldBe(Measure.Share(3, 30));
        region.Value("below(ЕГЭ, mathematics-profile, 11)").ShouldBe(Measure.Share(3, 30));
    }

    [Fact]
    public void Participants_add_up() =>
        Region()
            .Mean("OGE russian 9", 1, 2019, 4_000, 20)
            .Mean("OGE russian 9", 2, 2019, 4_000, null)
            .Mean("OGE russian 9", 3, 2019, 4_000, 11)
            .Value("participants(OGE, russian)", IndicatorUnit.Count)
            .ShouldBe(Measure.Count(31));

    [Fact]
    public void A_mean_of_a_place_is_weighted_by_participants_and_leaves_out_the_other_scale()
    {
        var region = Region()
            .Mean("OGE russian 9", 1, 2019, 4_000, 10)
            .Mean("OGE russian 9", 2, 2019, 3_000, 5)
            .Mean("OGE russian 9", 3, 2019, 28_000, 4)
            .Mean("OGE russian 9", 4, 2019, 5_000, null);
        region.Value("mean(OGE, russian)", IndicatorUnit.Mean).ShouldBe(Measure.Number(3_667));
    }

    [Fact]
    public void The_mean_of_a_single_result_needs_no_participants() =>
        School()
            .Mean("EGE russian 11", 1, 2019, 73_400, null)
            .Value("mean(EGE, russian)", IndicatorUnit.Mean)
            .ShouldBe(Measure.Number(73_400));

    [Fact]
    public void All_grades_count_together() =>
        School()
            .Marks("VPR russian 5", 1, 0, 1, 0)
            .Marks("VPR russian 6", 0, 0, 2, 0)
            .Value("marks(VPR, russian, all, 2)")
            .ShouldBe(Measure.Share(1, 4));

    [Fact]
    public void A_sitting_tells_two_works_of_a_year_apart()
    {
        var school = School()
            .Result("REGIONAL russian 8", new ResultValues(10, 60_000, 1), sitting: "осень")
            .Result("REGIONAL russian 8", new ResultValues(10, 60_000, 4), sitting: "весна");
        school.Value("below(REGIONAL, russian, 8, sitting: \"весна\")").ShouldBe(Measure.Share(4, 10));
        school.Reason("below(REGIONAL, russian, 8)").ShouldBe("нет результатов: Региональная работа, русский язык, 8 класс, 2019 год");
    }

    static FormulaGiven Nazarovo() =>
        Region()
            .Mean("OGE mathematics 9", 1, 2018, 3_000)
            .Mean("OGE mathematics 9", 1, 2019, 3_100)
            .Mean("OGE mathematics 9", 2, 2018, 3_000)
            .Mean("OGE mathematics 9", 2, 2019, 3_000)
            .Mean("OGE mathematics 9", 3, 2018, 3_000)
            .Mean("OGE mathematics 9", 3, 2019, 2_900)
            .Mean("OGE mathematics 9", 4, 2019, 4_000)
            .Mean("OGE mathematics 9", 5, 2018, 3_000)
            .Mean("OGE mathematics 9", 5, 2019, 3_200)
            .List(1, 2, 3, 4);

    [Theory]
    [InlineData("rising(OGE, mathematics)", 2, 4)]
    [InlineData("rising(OGE, mathematics, of: listed)", 1, 3)]
    [InlineData("rising(OGE, mathematics, 9, base: cohort)", 1, 4)]
    [InlineData("rising(OGE, mathematics, base: comparable, of: listed)", 1, 3)]
    public void Rising_schools_are_a_share_of_the_base_that_is_named(string text, int numerator, int denominator) =>
        Nazarovo().Value(text).ShouldBe(Measure.Share(numerator, denominator));

    [Fact]
    public void Two_main_subjects_must_rise_both()
    {
        var region = Region();
        foreach (var (school, russian, mathematics) in new[] { (1, 3_100, 3_100), (2, 3_100, 2_900) })
            region
                .Mean("VPR russian 5", school, 2018, 3_000)
                .Mean("VPR mathematics 6", school, 2018, 3_000)
                .Mean("VPR russian 5", school, 2019, russian)
                .Mean("VPR mathematics 6", school, 2019, mathematics);
        region.Value("rising(VPR, main)").ShouldBe(Measure.Share(1, 2));
    }

    [Fact]
    public void Indicators_of_the_place_are_taken_now_and_from_the_period_before()
    {
        var school = School()
            .Value("count", Measure.Count(12))
            .Value("count", Measure.Count(10), Period.CalendarYear(2018))
            .Value("share", Measure.Share(2, 3));
        school.Value("indicator(\"count\") - previous(\"count\")", IndicatorUnit.Count).ShouldBe(Measure.Count(2));
        school.Value("indicator(\"share\")").ShouldBe(Measure.Share(2, 3));
        school.Value("previous(\"new\") + 1", IndicatorUnit.Points).ShouldBeNull();
    }

    [Fact]
    public void Values_of_schools_add_up_and_are_counted()
    {
        var region = Region()
            .SchoolValue("count", 1, Measure.Count(3))
            .SchoolValue("count", 2, Measure.Count(4))
            .SchoolValue("share", 1, Measure.Share(1, 2))
            .SchoolValue("share", 2, Measure.Share(2, 8))
            .SchoolValue("share", 3, Measure.BarePercent(99_000))
            .SchoolValue("points", 1, Measure.Number(1_500))
            .SchoolValue("points", 2, Measure.Number(2_250))
            .SchoolValue("has-programme", 1, Measure.YesNo(true))
            .SchoolValue("has-programme", 2, Measure.YesNo(false))
            .SchoolValue("has-programme", 3, Measure.YesNo(true))
            .List(2, 3, 4)
            .Register(FormulaRegister.Listed, 3);
        region.Value("sum(\"count\")", IndicatorUnit.Count).ShouldBe(Measure.Count(7));
        region.Value("sum(\"count\", of: listed)", IndicatorUnit.Count).ShouldBe(Measure.Count(4));
        region.Value("sum(\"share\")").ShouldBe(Measure.Share(3, 10));
        region.Value("sum(\"points\")", IndicatorUnit.Points).ShouldBe(Measure.Number(3_750));
        region.Value("share(count_yes(\"has-programme\"), count_known(\"has-programme\"))").ShouldBe(Measure.Share(2, 3));
        region.Value("share(count_yes(\"has-programme\", of: listed), listed())").ShouldBe(Measure.Share(1, 3));
    }

    [Fact]
    public void Registers_are_asked_by_name() =>
        School()
            .Register(FormulaRegister.Pupils, 730)
            .Register(FormulaRegister.Teachers, 43)
            .Value("share(teachers(), pupils())")
            .ShouldBe(Measure.Share(43, 730));

    [Theory]
    [InlineData("below(EGE, russian) >= 30", true)]
    [InlineData("below(EGE, russian) > 30", false)]
    [InlineData("below(EGE, russian) = 30", true)]
    [InlineData("below(EGE, russian) < 30", false)]
    [InlineData("below(EGE, russian) <= 29.999", false)]
    public void A_comparison_says_yes_or_no_before_any_rounding(string text, bool yes) =>
        School().Result("EGE russian 11", new ResultValues(20, 50_000, 6)).Value(text, IndicatorUnit.YesNo).ShouldBe(Measure.YesNo(yes));
}
