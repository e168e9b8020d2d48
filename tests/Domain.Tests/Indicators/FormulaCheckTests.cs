using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Shouldly;
using static Opora.Domain.Indicators.Formulas.FormulaMistake;

namespace Opora.Domain.Tests.Indicators;

/// <summary>What is found wrong with a formula before it is saved, and how it is told.</summary>
public sealed class FormulaCheckTests
{
    static FormulaError Error(string text, IndicatorUnit unit = IndicatorUnit.Share, IndicatorLevel level = IndicatorLevel.School) =>
        FormulaTexts.Check(text, unit, level).Errors.ShouldHaveSingleItem();

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("   ", 3, 0)]
    [InlineData("1 +", 3, 0)]
    [InlineData("1 2", 2, 1)]
    [InlineData("(1 + 2", 0, 1)]
    [InlineData("1 + )", 4, 1)]
    [InlineData("share(1, 2", 5, 1)]
    [InlineData("share(1 2)", 8, 1)]
    [InlineData("share(1; 2)", 7, 1)]
    [InlineData("indicator(\"count)", 10, 7)]
    [InlineData("\"count\"", 0, 7)]
    [InlineData("5 %", 2, 1)]
    [InlineData("1.2345", 0, 6)]
    [InlineData("1.", 1, 1)]
    [InlineData("1 < 2 < 3", 6, 1)]
    [InlineData("pupils", 0, 6)]
    [InlineData("1 + \"count\"", 4, 7)]
    public void A_text_without_syntax_is_told_where_it_breaks(string text, int position, int length)
    {
        var error = Error(text, IndicatorUnit.Points);
        error.Mistake.ShouldBe(Syntax);
        (error.Position, error.Length).ShouldBe((position, length));
        error.Message.ShouldMatch("[а-я]");
    }

    [Theory]
    [InlineData("mraks(VPR, russian, 5, 2)", UnknownFunction, "marks")]
    [InlineData("share(pupil(), 3)", UnknownFunction, "pupils")]
    [InlineData("доля(1, 2)", UnknownFunction, null)]
    [InlineData("marks(VPRR, russian, 5, 2)", UnknownName, "VPR")]
    [InlineData("marks(VPR, rusian, 5, 2)", UnknownName, "russian")]
    [InlineData("marks(VPR, математика, 5, 2)", UnknownName, "mathematics")]
    [InlineData("marks(VPR, russian, 5, 2, siting: \"осень\")", UnknownName, "sitting")]
    [InlineData("indicator(\"shar\")", UnknownIndicator, "share")]
    [InlineData("indicator(\"zzzzzzzz\")", UnknownIndicator, null)]
    [InlineData("russian", UnknownName, null)]
    public void An_unknown_name_is_told_with_the_nearest_known(string text, FormulaMistake mistake, string? nearest)
    {
        var error = Error(text);
        error.Mistake.ShouldBe(mistake);
        error.Nearest.ShouldBe(nearest);
        if (nearest is not null)
            error.Message.ShouldContain($"«{nearest}»");
    }

    [Theory]
    [InlineData("marks(VPR)")]
    [InlineData("marks(VPR, russian)")]
    [InlineData("marks(VPR, russian, 5)")]
    [InlineData("marks(VPR, russian, 12, 2)")]
    [InlineData("marks(VPR, russian, 5, 1)")]
    [InlineData("marks(VPR, russian, 5, 2, 2)")]
    [InlineData("marks(VPR, russian, 5, 2.5)")]
    [InlineData("marks(VPR, russian, five, 2)")]
    [InlineData("marks(VPR, russian, 5, 2, sitting: осень)")]
    [InlineData("below(VPR, russian)")]
    [InlineData("below(VPR, russian, 5, 6)")]
    [InlineData("below(VPR, russian, 99999999999)")]
    [InlineData("share(1)")]
    [InlineData("share(1, 2, 3)")]
    [InlineData("share(a: 1, 2)")]
    [InlineData("share(pupils(5), 7)")]
    [InlineData("indicator(share)")]
    [InlineData("indicator(\"share\", of: listed)")]
    [InlineData("indicator()")]
    public void Impossible_arguments_are_told(string text) => Error(text).Mistake.ShouldBe(Arguments);

    [Theory]
    [InlineData("rising(VPR, main, 5)", Arguments)]
    [InlineData("rising(OGE, main)", UnknownName)]
    [InlineData("rising(OGE, russian, base: all)", Arguments)]
    [InlineData("rising(OGE, russian, of: region)", Arguments)]
    [InlineData("sum(\"share\", of: region)", Arguments)]
    [InlineData("sum(\"share\", of: listed, of: listed)", Arguments)]
    [InlineData("count_yes(\"share\")", WrongType)]
    [InlineData("sum(\"mean-score\")", WrongType)]
    [InlineData("sum(\"has-programme\")", WrongType)]
    [InlineData("indicator(\"share\")", WrongLevel)]
    [InlineData("sum(\"region-count\")", WrongLevel)]
    [InlineData("sum(\"quarterly\")", WrongPeriod)]
    public void What_is_wrong_at_a_region_is_told(string text, FormulaMistake mistake) =>
        Error(text, level: IndicatorLevel.Region).Mistake.ShouldBe(mistake);

    [Theory]
    [InlineData("rising(OGE, mathematics)")]
    [InlineData("share(1, schools())")]
    [InlineData("share(1, listed())")]
    [InlineData("sum(\"share\")")]
    [InlineData("indicator(\"region-count\")")]
    public void What_only_places_have_is_refused_at_a_school(string text) => Error(text).Mistake.ShouldBe(WrongLevel);

    [Theory]
    [InlineData("pupils()", IndicatorUnit.Share)]
    [InlineData("indicator(\"share\") * 2", IndicatorUnit.Share)]
    [InlineData("pupils() / teachers()", IndicatorUnit.Count)]
    [InlineData("mean(EGE, russian)", IndicatorUnit.Count)]
    [InlineData("marks(VPR, russian, 5, 2)", IndicatorUnit.Points)]
    [InlineData("pupils()", IndicatorUnit.YesNo)]
    [InlineData("pupils() > 5", IndicatorUnit.Count)]
    [InlineData("(pupils() > 5) + 1", IndicatorUnit.Count)]
    [InlineData("-indicator(\"has-programme\")", IndicatorUnit.Count)]
    [InlineData("share(pupils() / 2, teachers())", IndicatorUnit.Share)]
    [InlineData("share(0.5, teachers())", IndicatorUnit.Share)]
    public void A_wrong_type_is_told(string text, IndicatorUnit unit) => Error(text, unit).Mistake.ShouldBe(WrongType);

    [Theory]
    [InlineData("pupils() / 0", 11)]
    [InlineData("pupils() / (2 - 2)", 11)]
    [InlineData("pupils() / -0", 11)]
    [InlineData("pupils() / (0.5 * 0)", 11)]
    public void Division_by_a_constant_zero_is_told(string text, int position)
    {
        var error = Error(text, IndicatorUnit.Mean);
        (error.Mistake, error.Position).ShouldBe((ZeroDivision, position));
    }

    [Fact]
    public void A_share_of_a_constant_zero_is_told() => Error("share(pupils(), 3 - 3)").Mistake.ShouldBe(ZeroDivision);

    [Fact]
    public void Several_mistakes_are_told_at_once() =>
        FormulaTexts.Check("share(pupil(), teachers(1))").Errors.Select(error => error.Mistake).ShouldBe([UnknownFunction, Arguments]);

    [Fact]
    public void Periods_of_another_kind_do_not_meet() =>
        Error("indicator(\"quarterly\")", IndicatorUnit.Count).Mistake.ShouldBe(WrongPeriod);

    [Fact]
    public void Typographic_quotes_and_hyphens_in_names_are_read()
    {
        FormulaTexts.Check("indicator(«count»)-indicator(“count”)", IndicatorUnit.Count).Errors.ShouldBeEmpty();
        FormulaTexts.Check("marks(VPR, social-studies, 6, 2)").Errors.ShouldBeEmpty();
    }

    static FormulaIndicator Computed(string code, string formula) =>
        new(code, code, IndicatorUnit.Count, IndicatorLevel.School, IndicatorPeriodKind.CalendarYear, formula);

    [Fact]
    public void A_circle_over_three_is_told_as_a_chain()
    {
        var known = new[] { Computed("a", "1"), Computed("b", "indicator(\"c\")"), Computed("c", "indicator(\"a\") + 1") }.ToDictionary(i =>
            i.Code
        );
        var check = Formula.Check("1 + indicator(\"b\")", known["a"], known);
        var error = check.Errors.ShouldHaveSingleItem();
        (error.Mistake, error.Position, error.Length).ShouldBe((Cycle, 14, 3));
        error.Message.ShouldBe("Показатели считаются друг по другу: a → b → c → a");
    }

    [Fact]
    public void An_indicator_is_not_computed_from_itself_but_may_be_from_its_own_past()
    {
        var known = new Dictionary<string, FormulaIndicator>();
        var subject = Computed("a", "");
        Formula.Check("indicator(\"a\")", subject, known).Errors.ShouldHaveSingleItem().Mistake.ShouldBe(Cycle);
        Formula.Check("previous(\"a\") + 1", subject, known).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_elsewhere_and_a_broken_formula_of_another_do_not_matter()
    {
        var known = new[] { Computed("b", "indicator(\"c\")"), Computed("c", "indicator(\"b\")"), Computed("d", "((") }.ToDictionary(i =>
            i.Code
        );
        Formula.Check("indicator(\"b\") + indicator(\"d\")", Computed("a", ""), known).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Long_deep_and_manifold_texts_are_refused_without_harm()
    {
        Error(new string('1', Formula.MaxLength + 1)).Mistake.ShouldBe(TooLarge);
        Error(new string('(', Formula.MaxLength)).Mistake.ShouldBe(TooLarge);
        Error(new string('-', Formula.MaxLength)).Mistake.ShouldBe(TooLarge);
        Error(string.Concat(Enumerable.Repeat("share(", Formula.MaxLength / 6))).Mistake.ShouldBe(TooLarge);
        Error(string.Join("+", Enumerable.Repeat("1", Formula.MaxLength / 2))).Mistake.ShouldBe(TooLarge);
        FormulaTexts.Check(string.Join("+", Enumerable.Repeat("1", Formula.MaxParts / 2)), IndicatorUnit.Count).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_makes_the_check_fail()
    {
        var random = new Random(20190601);
        const string signs = "()+-*/<>=,:.\"«»0123456789 abmarksVPRrussianindicatorсумма%;\u0000😀";
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(signs.Length)]));
            var check = FormulaTexts.Check(text, IndicatorUnit.Points);
            (check.Formula is null).ShouldBe(check.Errors.Count > 0);
            foreach (var error in check.Errors)
                (error.Position >= 0 && error.Position + error.Length <= text.Length).ShouldBeTrue();
        }
    }
}
