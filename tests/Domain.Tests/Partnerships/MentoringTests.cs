using Opora.Domain.Partnerships;

namespace Opora.Domain.Tests.Partnerships;

public sealed class MentoringTests
{
    private static readonly DateOnly Today = new(2020, 10, 1);
    private static readonly MentoringSide Mentor = new(MentoringRole.Mentor, "RU-TA", "92", Guid.NewGuid(), TeacherId: Guid.NewGuid());
    private static readonly MentoringSide Learner = new(MentoringRole.Supported, "RU-TA", "93", Guid.NewGuid(), TeacherId: Guid.NewGuid());

    private static Mentoring Pair(DateOnly? starts = null, DateOnly? ends = null) =>
        new(new MentoringFacts(MentoringKind.Teachers, "Чтение", starts ?? new DateOnly(2020, 9, 1), ends), [Learner, Mentor]);

    [Theory]
    [InlineData("2020-09-01", null, MentoringState.Active)]
    [InlineData("2020-09-01", "2020-10-22", MentoringState.Active)]
    [InlineData("2020-09-01", "2020-10-21", MentoringState.Ending)]
    [InlineData("2020-09-01", "2020-10-01", MentoringState.Ending)]
    [InlineData("2020-09-01", "2020-09-30", MentoringState.Ended)]
    [InlineData("2020-10-02", null, MentoringState.Planned)]
    public void Its_state_follows_from_its_days(string starts, string? ends, MentoringState state) =>
        Mentoring.StateOn(Today, DateOnly.Parse(starts), ends is null ? null : DateOnly.Parse(ends), null).ShouldBe(state);

    [Fact]
    public void Is_ended_early_with_a_reason_and_can_be_resumed()
    {
        var pair = Pair();
        Refused(() => pair.Terminate(new DateOnly(2020, 8, 31), "Отпуск")).ShouldBe("terminated-before-start");
        pair.Terminate(Today, "Отпуск");
        Mentoring.StateOn(Today, pair.StartsOn, pair.EndsOn, pair.TerminatedOn).ShouldBe(MentoringState.Terminated);
        Refused(() => pair.Revise(new MentoringFacts(MentoringKind.Teachers, "Иное", Today, null), [Learner, Mentor]))
            .ShouldBe("mentoring-terminated");
        pair.Resume();
        Refused(pair.Resume).ShouldBe("mentoring-not-terminated");
    }

    [Fact]
    public void Meetings_lie_within_the_term_and_not_ahead()
    {
        var pair = Pair(ends: new DateOnly(2020, 12, 31));
        var visit = pair.Visit(Met(Today), Today);
        Refused(() => pair.Visit(Met(Today.AddDays(1)), Today)).ShouldBe("date-in-future");
        Refused(() => pair.Visit(Met(new DateOnly(2020, 8, 31)), Today)).ShouldBe("visit-outside-term");
        Refused(() => pair.Revise(new MentoringFacts(MentoringKind.Teachers, "Чтение", Today.AddDays(1), null), [Learner, Mentor]))
            .ShouldBe("visits-outside-term");
        pair.Correct(visit, Met(Today.AddDays(-1)), Today);
        pair.Visits.Single().On.ShouldBe(Today.AddDays(-1));
        pair.Drop(visit);
        pair.Visits.ShouldBeEmpty();
    }

    [Fact]
    public void Has_two_sides_that_fit_its_kind()
    {
        Refused(MentoringKind.Teachers, Learner).ShouldBe("mentoring-one-sided");
        Refused(MentoringKind.Teachers, Mentor).ShouldBe("mentoring-one-sided");
        Refused(MentoringKind.Teachers, Learner, Learner, Mentor).ShouldBe("party-twice");
        Refused(MentoringKind.Teachers, Learner, Learner with { Role = MentoringRole.Mentor }).ShouldBe("mentors-self");
        Refused(MentoringKind.SchoolTeam, Learner, Mentor).ShouldBe("mentoring-sides");
        var school = Learner with { TeacherId = null };
        Refused(MentoringKind.Teachers, school, Mentor).ShouldBe("mentoring-sides");
        Refused(MentoringKind.Directors, school, Mentor).ShouldBe("mentoring-sides");
        Refused(MentoringKind.SchoolTeam, school, school with { Role = MentoringRole.Mentor }).ShouldBe("mentors-self");
        Refused(() => Pair(ends: new DateOnly(2020, 8, 31))).ShouldBe("ends-before-start");
    }

    [Fact]
    public void Is_owned_by_those_who_are_helped()
    {
        (Pair().SchoolId, Pair().MunicipalityCode).ShouldBe((Learner.SchoolId, "93"));
        var other = Learner with { SchoolId = Guid.NewGuid(), TeacherId = Guid.NewGuid() };
        var two = new Mentoring(new MentoringFacts(MentoringKind.Teachers, "Чтение", Today, null), [Learner, other, Mentor]);
        (two.SchoolId, two.MunicipalityCode).ShouldBe((null, "93"));
        var three = new Mentoring(
            new MentoringFacts(MentoringKind.Teachers, "Чтение", Today, null),
            [Learner, other with { MunicipalityCode = "94" }, Mentor]
        );
        (three.SchoolId, three.MunicipalityCode, three.RegionCode).ShouldBe((null, null, "RU-TA"));
    }

    private static MentoringVisitFacts Met(DateOnly on) => new(on, MentoringForm.Lesson, "Урок", 1);

    private static string Refused(MentoringKind kind, params MentoringSide[] sides) =>
        Refused(() => _ = new Mentoring(new MentoringFacts(kind, "Чтение", Today, null), sides));

    private static string Refused(Action act) => Should.Throw<BrokenRule>(act).Code;
}
