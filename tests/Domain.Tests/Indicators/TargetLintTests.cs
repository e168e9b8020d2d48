using System.Globalization;
using Opora.Domain.Indicators;
using static Opora.Domain.Indicators.TargetFinding;

namespace Opora.Domain.Tests.Indicators;

public sealed class TargetLintTests
{
    private const IndicatorDirection Up = IndicatorDirection.HigherIsBetter;
    private const IndicatorDirection Down = IndicatorDirection.LowerIsBetter;

    /// <summary>Yelabuga's school programme: 2019 fact and 2020 target of what has a fault, and of what has none.</summary>
    [Theory]
    [InlineData("качество, начальная школа", Up, "64.09", "62", WrongDirection)]
    [InlineData("качество, основная школа", Up, "43.82", "44.0")]
    [InlineData("качество, средняя школа", Up, "57.58", "55.0", WrongDirection)]
    [InlineData("ОГЭ, русский язык ниже средних", Down, "60", "58")]
    [InlineData("ОГЭ, математика ниже средних", Down, "93", "85")]
    [InlineData("без аттестата", Down, "0", "0")]
    [InlineData("ВПР 4, математика", Down, "20", "20")]
    [InlineData("ВПР 6, русский язык", Down, "64.7", null, TargetMissing)]
    [InlineData("ИОП для преодоления проблем", Up, "0", "10")]
    [InlineData("перешли с семейного обучения", Up, "0", "0.14")]
    [InlineData("победители муниципального этапа", Up, "7.1", "15")]
    [InlineData("участники регионального этапа", Up, "0.14", "0", WrongDirection)]
    [InlineData("победители регионального этапа", Up, "100", "0", WrongDirection)]
    [InlineData("состоят на учёте в КДН", Down, "1.64", "0.54")]
    [InlineData("сетевое взаимодействие", Up, "100.0", "100.0")]
    public void Finds_the_real_faults_of_a_real_table_and_no_others(
        string name,
        IndicatorDirection direction,
        string baseline,
        string? target,
        params TargetFinding[] found
    ) => Look(direction, Thousandths(target), Thousandths(baseline)).Select(f => f.Finding).ShouldBe(found, name);

    [Fact]
    public void Says_why_and_what_would_be_right()
    {
        var wrong = Look(Up, 62_000, 64_090).Single();
        wrong.Message.ShouldBe("Показатель должен расти, а цель 62 ниже исходного значения 64,09");
        wrong.ProposedThousandths.ShouldBe(64_090);
        wrong.Proposal.ShouldBe("не ниже 64,09");
        Look(Down, 60_000, 58_000).Single().Message.ShouldBe("Показатель должен снижаться, а цель 60 выше исходного значения 58");
    }

    [Fact]
    public void Finds_a_share_that_so_many_people_cannot_make()
    {
        var step = Look(Up, 1_900, 0, people: 43).Single();
        step.Finding.ShouldBe(ImpossibleStep);
        step.Message.ShouldBe("1,9 % из 43 человек не получится: возможны 0 (0 из 43), 2,3 (1 из 43), 4,7 (2 из 43)");
        step.ProposedThousandths.ShouldBe(2_300);
        step.Proposal.ShouldBe("2,3 (1 из 43)");
        Look(Down, 1_900, 5_000, people: 43).Single().ProposedThousandths.ShouldBe(0, "fewer is better: one step down");
    }

    [Theory]
    [InlineData(2_300, 43, true)]
    [InlineData(2_326, 43, true)]
    [InlineData(2_330, 43, true)]
    [InlineData(1_900, 43, false)]
    [InlineData(30_000, 43, true)]
    [InlineData(36_000, 43, false)]
    [InlineData(0, 43, true)]
    [InlineData(100_000, 43, true)]
    [InlineData(50_000, 1, false)]
    [InlineData(52_000, 73, true)]
    public void A_percentage_is_made_when_it_is_a_whole_number_of_people_as_it_is_written(long target, long people, bool made) =>
        TargetLint.CanBeMade(target, people).ShouldBe(made);

    [Theory]
    [InlineData(Up, 6_900, 6_976)]
    [InlineData(Up, 1_900, 2_300)]
    [InlineData(Down, 5_100, 4_700)]
    [InlineData(Down, 3_100, 2_326)]
    public void What_is_proposed_is_reached_by_so_many_people_and_can_be_made(IndicatorDirection better, long target, long proposed)
    {
        var step = Look(better, target, better == Up ? 0 : 9_000, people: 43).Single();
        step.ProposedThousandths.ShouldBe(proposed);
        TargetLint.CanBeMade(proposed, 43).ShouldBeTrue();
        var count = better == Up ? target * 43 / 100_000 + 1 : target * 43 / 100_000;
        Achievements.Of(better, Measure.Share(count, 43), proposed).ShouldBe(Achievement.Achieved);
    }

    [Fact]
    public void Steps_of_many_people_are_not_visible() => Look(Up, 1_900, 0, people: 5_000).ShouldBeEmpty();

    [Fact]
    public void A_target_keeps_to_the_range_and_a_count_is_whole()
    {
        var over = Look(Up, 120_000, 90_000).Single();
        over.Finding.ShouldBe(OutOfRange);
        over.ProposedThousandths.ShouldBe(100_000);
        Look(Up, -1_000, 0).Single().ProposedThousandths.ShouldBe(0);
        var count = TargetLint.Look(Meaning(Up, IndicatorUnit.Count), new TargetDraft(2_500, 1_000)).Single();
        count.Finding.ShouldBe(OutOfRange);
        count.ProposedThousandths.ShouldBe(3_000);
    }

    [Fact]
    public void A_target_without_a_start_is_told_and_nothing_without_both()
    {
        Look(Up, 50_000, null).Single().Finding.ShouldBe(BaselineMissing);
        Look(Up, null, null).ShouldBeEmpty();
    }

    [Fact]
    public void A_long_way_within_one_period_is_asked_about()
    {
        Look(Up, 70_000, 40_000).ShouldBeEmpty();
        Look(Up, 70_001, 40_000).Single().Finding.ShouldBe(Jump);
        TargetLint.Look(Meaning(Up, IndicatorUnit.Mean), new TargetDraft(8_000, 3_500)).Single().Finding.ShouldBe(Jump);
        TargetLint.Look(Meaning(Up, IndicatorUnit.Mean), new TargetDraft(7_000, 3_500)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_only_watched_has_no_wrong_way() => Look(IndicatorDirection.Neutral, 10_000, 30_000).ShouldBeEmpty();

    private static List<TargetFault> Look(IndicatorDirection direction, long? target, long? baseline, long? people = null) =>
        [.. TargetLint.Look(Meaning(direction), new TargetDraft(target, baseline, people))];

    private static IndicatorMeaning Meaning(IndicatorDirection direction, IndicatorUnit unit = IndicatorUnit.Share) =>
        new(
            unit,
            direction,
            IndicatorLevel.School,
            IndicatorPeriodKind.CalendarYear,
            IndicatorSource.School,
            IndicatorRules.AggregationsOf(unit)[0]
        );

    private static long? Thousandths(string? text) =>
        text is null ? null : (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * Measure.Scale);
}
