using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;
using Shouldly;

namespace Opora.Domain.Tests.Indicators;

/// <summary>«Как посчитано», the words of a formula and what it depends on.</summary>
public sealed class FormulaExplanationTests
{
    [Theory]
    [InlineData("marks(VPR, russian, 5, 3, 2)", IndicatorUnit.Share, "доля учеников с отметками «2» и «3» по ВПР, русский язык, 5 класс")]
    [InlineData("marks(VPR, history, 6, 2)", IndicatorUnit.Share, "доля учеников с отметкой «2» по ВПР, история, 6 класс")]
    [InlineData(
        "below(EGE, mathematics-profile)",
        IndicatorUnit.Share,
        "доля участников ниже минимального порога: ЕГЭ, математика профильная, 11 класс"
    )]
    [InlineData("mean(VPR, russian, all)", IndicatorUnit.Mean, "средний результат: ВПР, русский язык, все классы")]
    [InlineData(
        "rising(VPR, main, of: listed)",
        IndicatorUnit.Share,
        "доля школ перечня с положительной динамикой от имеющих результаты обоих лет: ВПР, два основных предмета, все классы"
    )]
    [InlineData(
        "rising(OGE, russian, base: cohort)",
        IndicatorUnit.Share,
        "доля школ с положительной динамикой от всех школ перечня: ОГЭ, русский язык, 9 класс"
    )]
    [InlineData(
        "share(count_yes(\"has-programme\", of: listed), listed())",
        IndicatorUnit.Share,
        "доля: числитель — число школ перечня с ответом «да» по показателю «Есть программа»; знаменатель — число школ перечня"
    )]
    [InlineData("(sum(\"count\") - 1.5) * 2", IndicatorUnit.Points, "(сумма по школам показателя «Количество» − 1,5) × 2")]
    public void A_formula_is_told_in_words(string text, IndicatorUnit unit, string words) =>
        FormulaTexts.Parsed(text, unit, IndicatorLevel.Region).Words.ShouldBe(words);

    [Fact]
    public void A_value_is_explained_down_to_the_rows_and_what_was_left_out()
    {
        var region = new FormulaGiven { Level = IndicatorLevel.Region }
            .Marks("VPR russian 5", 1, 2, 3, 4, school: 1)
            .Result("VPR russian 5", new ResultValues(7, 3_500, null), school: 2)
            .Marks("VPR russian 6", 9, 9, 9, 9, school: 1);
        var step = FormulaTexts.Parsed("marks(VPR, russian, 5, 2, 3)", level: IndicatorLevel.Region).Explain(region);
        step.ValueText.ShouldBe("3 из 10 (30,0\u00A0%)");
        step.Reason.ShouldBeNull();
        step.Rows.Select(row => (row.Row.SchoolId, row.LeftOut))
            .ShouldBe([(FormulaGiven.School(1), null), (FormulaGiven.School(2), "нет распределения отметок")]);
    }

    [Fact]
    public void Parts_are_explained_each_with_its_text()
    {
        var school = new FormulaGiven().Value("count", Measure.Count(12)).Register(FormulaRegister.Pupils, 43);
        var step = FormulaTexts.Parsed("share( indicator(\"count\"), pupils() )").Explain(school);
        step.ValueText.ShouldBe("12 из 43 (27,9\u00A0%)");
        step.Parts.Select(part => (part.Text, part.Words, part.ValueText))
            .ShouldBe([("indicator(\"count\")", "показатель «Количество»", "12"), ("pupils()", "число обучающихся", "43")]);
        (step.Parts[0].IndicatorCode, step.Parts[0].Period).ShouldBe(("count", Period.CalendarYear(2019)));
    }

    [Fact]
    public void A_missing_value_is_explained_too()
    {
        var step = FormulaTexts.Parsed("previous(\"count\") / pupils()", IndicatorUnit.Mean).Explain(new FormulaGiven());
        (step.ValueText, step.Reason).ShouldBe((null, "нет значения показателя «Количество» за 2018"));
        step.Parts[0].Period.ShouldBe(Period.CalendarYear(2018));
    }

    [Fact]
    public void Rising_schools_are_told_one_by_one()
    {
        var region = new FormulaGiven { Level = IndicatorLevel.Region }
            .Mean("OGE russian 9", 1, 2018, 3_000)
            .Mean("OGE russian 9", 1, 2019, 3_500)
            .Mean("OGE russian 9", 2, 2019, 3_500)
            .Mean("OGE russian 9", 3, 2019, 3_500)
            .List(1, 2);
        var step = FormulaTexts.Parsed("rising(OGE, russian, of: listed)", level: IndicatorLevel.Region).Explain(region);
        step.Schools.Select(school => (school.SchoolId, school.Dynamics!.Direction, school.LeftOut))
            .ShouldBe([(FormulaGiven.School(1), Direction.Rising, null), (FormulaGiven.School(2), Direction.None, "не с чем сравнить")]);
        step.Rows.Count(row => row.LeftOut == "школа не в перечне").ShouldBe(1);
    }

    [Fact]
    public void What_a_register_does_not_know_and_bases_that_are_unknown_are_said()
    {
        var region = new FormulaGiven { Level = IndicatorLevel.Region }
            .Register(FormulaRegister.Pupils, 500, unknown: 3)
            .SchoolValue("share", 1, Measure.Share(1, 2))
            .SchoolValue("share", 2, Measure.BarePercent(50_000));
        FormulaTexts
            .Parsed("pupils()", IndicatorUnit.Count, IndicatorLevel.Region)
            .Explain(region)
            .Note.ShouldBe("не указано у школ: 3; они не вошли");
        var sum = FormulaTexts.Parsed("sum(\"share\")", level: IndicatorLevel.Region).Explain(region);
        sum.Schools.Select(school => school.LeftOut).ShouldBe([null, "база процента неизвестна"]);
    }

    [Fact]
    public void A_formula_lists_what_it_depends_on()
    {
        var of = FormulaTexts
            .Parsed(
                "share(sum(\"count\", of: listed) + participants(OGE, russian), pupils()) * 1 + previous(\"region-count\") + indicator(\"region-count\")",
                IndicatorUnit.Points,
                IndicatorLevel.Region
            )
            .References;
        of.Results.ShouldBe([new ResultsRef(Assessment.OGE, "russian", 9, "")]);
        of.BothYears.ShouldBeFalse();
        of.OfSchools.ShouldBe(["count"]);
        of.Previous.ShouldBe(["region-count"]);
        of.Indicators.ShouldBe(["region-count"]);
        of.Registers.ShouldBe(["pupils"]);
        of.Listed.ShouldBeTrue();
        FormulaTexts.Parsed("rising(OGE, russian)", level: IndicatorLevel.Region).References.BothYears.ShouldBeTrue();
    }
}
