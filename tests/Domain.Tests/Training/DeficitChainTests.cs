using Opora.Domain.Training.Diagnostics;

namespace Opora.Domain.Tests.Training;

/// <summary>Deficit → course → result.</summary>
public sealed class DeficitChainTests
{
    private static readonly Guid Course = Guid.NewGuid();

    [Fact]
    public void What_was_never_found_has_no_chain() => DeficitChain.Of([Day(1, found: false)], [Done(2)]).ShouldBeNull();

    [Fact]
    public void A_deficit_without_a_course_waits_for_one() => Outcome([Day(1, found: true)], []).ShouldBe(DeficitOutcome.NoCourse);

    [Fact]
    public void A_course_that_was_before_mends_nothing() =>
        Outcome([Day(5, found: true)], [Done(3), Done(5)]).ShouldBe(DeficitOutcome.NoCourse);

    [Fact]
    public void Who_is_on_a_course_is_told_so() => Outcome([Day(1, found: true)], [Going(4)]).ShouldBe(DeficitOutcome.OnCourse);

    [Fact]
    public void After_the_course_nobody_has_measured() => Outcome([Day(1, found: true)], [Done(4)]).ShouldBe(DeficitOutcome.NotMeasured);

    [Fact]
    public void Measured_before_the_course_ended_is_not_measured_after_it() =>
        Outcome([Day(1, found: true), Day(3, found: true)], [Done(4)]).ShouldBe(DeficitOutcome.NotMeasured);

    [Theory]
    [InlineData(false, DeficitOutcome.Closed)]
    [InlineData(true, DeficitOutcome.Remains)]
    public void The_measurement_after_the_course_says_what_changed(bool found, DeficitOutcome outcome)
    {
        var chain = DeficitChain.Of([Day(6, found), Day(1, found: true)], [Done(4)])!;
        (chain.Outcome, chain.FoundOn.Month, chain.MeasuredOn?.Month).ShouldBe((outcome, 1, 6));
        chain.IsOpen.ShouldBe(found);
    }

    [Fact]
    public void Measured_on_the_last_day_of_the_course_is_measured_after_it() =>
        Outcome([Day(1, found: true), Day(4, found: false)], [Done(4)]).ShouldBe(DeficitOutcome.Closed);

    [Fact]
    public void Gone_without_a_course_is_not_the_merit_of_one() =>
        Outcome([Day(1, found: true), Day(3, found: false)], [Done(5), Going(6)]).ShouldBe(DeficitOutcome.ClosedWithoutCourse);

    [Fact]
    public void A_deficit_that_came_back_begins_anew()
    {
        var chain = DeficitChain.Of([Day(1, found: true), Day(3, found: false), Day(7, found: true)], [Done(2)])!;
        (chain.FoundOn.Month, chain.Course, chain.Outcome).ShouldBe((7, null, DeficitOutcome.NoCourse));
    }

    [Fact]
    public void Of_several_courses_the_last_one_completed_counts() =>
        Outcome([Day(1, found: true), Day(4, found: true)], [Done(2), Done(6), Going(9)]).ShouldBe(DeficitOutcome.NotMeasured);

    [Fact]
    public void Found_by_one_of_two_campaigns_on_one_day_is_found() =>
        Outcome([Day(1, found: false), Day(1, found: true)], []).ShouldBe(DeficitOutcome.NoCourse);

    [Fact]
    public void The_effect_of_a_course_is_the_first_measurement_after_it_against_the_last_before()
    {
        List<DeficitMeasurement> days = [Day(1, found: true), Day(3, found: false), Day(6, found: true)];
        DeficitChain.EffectOf(On(2), days).ShouldBe(DeficitOutcome.Closed);
        DeficitChain.EffectOf(On(4), days).ShouldBeNull();
        DeficitChain.EffectOf(On(8), days).ShouldBe(DeficitOutcome.NotMeasured);
        DeficitChain.EffectOf(On(1), days).ShouldBeNull();
    }

    private static DeficitOutcome? Outcome(DeficitMeasurement[] days, DeficitCourse[] courses) => DeficitChain.Of(days, courses)?.Outcome;

    private static DeficitMeasurement Day(int month, bool found) => new(On(month), found);

    private static DeficitCourse Done(int month) => new(Guid.NewGuid(), Course, "Курс", On(month), Completed: true);

    private static DeficitCourse Going(int month) => new(Guid.NewGuid(), Course, "Курс", On(month), Completed: false);

    private static DateOnly On(int month) => new(2021, month, 15);
}
