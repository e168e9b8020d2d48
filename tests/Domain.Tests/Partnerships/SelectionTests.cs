using Opora.Domain.Partnerships;

namespace Opora.Domain.Tests.Partnerships;

public sealed class SelectionTests
{
    private static readonly DateOnly Opens = new(2020, 9, 1);
    private static readonly DateOnly Closes = new(2020, 9, 30);
    private static readonly DateOnly After = new(2020, 10, 1);

    private static Selection Call() =>
        new("RU-TA", new SelectionFacts("Лидеры", "Приглашаем", Opens, Closes, null), [new("Опыт", 10, 2), new("Команда", 5, 1)]);

    [Fact]
    public void Places_are_by_exact_ratios_and_ties_stay_ties()
    {
        // 10/3, 20/6, 3.333 and 10: the first two are one number, the third is less by a third of a thousandth.
        SelectionScore[] scores = [new(10, 3), new(20, 6), new(3_333, 1_000), new(10, 1), new(0, 2)];
        SelectionScore.Places(scores).ShouldBe([2, 2, 4, 1, 5]);
        scores.Select(s => s.Thousandths).ShouldBe([3_333, 3_333, 3_333, 10_000, 0]);
        new SelectionScore(1, 16).Thousandths.ShouldBe(63);
        SelectionScore.Places([]).ShouldBeEmpty();
    }

    [Fact]
    public void A_sheet_has_one_mark_for_each_criterion_within_its_bounds()
    {
        var call = Call();
        var (experience, team) = (call.Criteria[0].Id, call.Criteria[1].Id);
        Sheet(call, new(experience, 10, null), new(team, 0, "Нет сведений")).Count.ShouldBe(2);
        Refused(() => Sheet(call, new MarkFacts(experience, 10, null))).Code.ShouldBe("sheet-incomplete");
        Refused(() => Sheet(call, new(experience, 1, null), new(experience, 2, null))).Code.ShouldBe("sheet-incomplete");
        Refused(() => Sheet(call, new(experience, 1, null), new(team, 1, null), new(Guid.NewGuid(), 1, null)))
            .Code.ShouldBe("sheet-incomplete");
        var high = Refused(() => Sheet(call, new(experience, 1, null), new(team, 6, null)));
        (high.Code, high.Message).ShouldBe(("mark-out-of-range", "«Команда»: оценка 6 вне пределов, допустимо от 0 до 5."));
        Refused(() => Sheet(call, new(experience, -1, null), new(team, 1, null))).Code.ShouldBe("mark-out-of-range");
    }

    [Fact]
    public void Applications_are_taken_within_the_window_marks_after_it()
    {
        var call = Call();
        call.MustTakeApplications(Opens);
        call.MustTakeApplications(Closes);
        Refused(() => call.MustTakeApplications(Opens.AddDays(-1))).Code.ShouldBe("window-closed");
        Refused(() => call.MustTakeApplications(After)).Code.ShouldBe("window-closed");
        Refused(() => call.MustTakeMarks(Closes)).Code.ShouldBe("window-open");
        call.MustTakeMarks(After);
        Refused(() => call.CloseMarks(DateTime.UnixEpoch, Closes)).Code.ShouldBe("window-open");
        Refused(() => call.Decide("Приказ", After)).Code.ShouldBe("marks-open");
        call.CloseMarks(DateTime.UnixEpoch, After);
        Refused(() => call.MustTakeMarks(After)).Code.ShouldBe("marks-closed");
        Refused(() => call.Revise(new SelectionFacts("Иное", "Т", Opens, Closes, null), [new("Опыт", 1, 1)], true))
            .Code.ShouldBe("marks-closed");
        call.ReopenMarks();
        call.CloseMarks(DateTime.UnixEpoch, After);
        call.Decide("Приказ", After);
        Refused(call.ReopenMarks).Code.ShouldBe("selection-decided");
        Selection.StateOn(After, call.OpensOn, call.ClosesOn, call.MarksClosedAt, call.DecidedOn).ShouldBe(SelectionState.Decided);
    }

    [Fact]
    public void Criteria_stand_once_a_mark_was_given_and_who_gave_one_stays()
    {
        var call = Call();
        var facts = new SelectionFacts("Лидеры", "Иное", Opens, Closes, null);
        call.Revise(facts, [new("Опыт", 10, 2), new("Команда", 5, 1)], marked: true).ShouldBeEmpty();
        Refused(() => call.Revise(facts, [new("Опыт", 10, 3)], marked: true)).Code.ShouldBe("criteria-marked");
        call.Revise(facts, [new("Опыт", 10, 3)], marked: false).Count.ShouldBe(1);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        call.Appoint([one, two], []).Count.ShouldBe(2);
        Refused(() => call.Appoint([two], [one])).Code.ShouldBe("expert-marked");
        call.Appoint([two], []).ShouldBeEmpty();
        call.Experts.Single().PersonId.ShouldBe(two);
        Refused(() => call.Revise(facts with { ClosesOn = Opens.AddDays(-1) }, [new("Опыт", 10, 3)], false))
            .Code.ShouldBe("closes-before-opens");
    }

    private static IReadOnlyList<SelectionMark> Sheet(Selection call, params MarkFacts[] marks) =>
        SelectionMark.Sheet(call, Guid.NewGuid(), Guid.NewGuid(), marks);

    private static BrokenRule Refused(Action act) => Should.Throw<BrokenRule>(act);
}
