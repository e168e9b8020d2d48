using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Domain.Tests.Training;

public sealed class EventTests
{
    private static readonly DateOnly Today = new(2021, 9, 1);
    private static readonly Place Town = new("RU-TA", "92626000", null);

    [Fact]
    public void A_record_counts_each_teacher_once_and_forgets_whoever_is_left_out()
    {
        var held = Announced(Today);
        held.Become(EventState.Held, null, Today);
        var school = new School(
            "160312002",
            new Municipality("92626000", "RU-TA", "Елабужский район"),
            new SchoolFacts("СОШ № 2", SchoolKind.Secondary, Locality.Urban, 700, 45),
            new DateOnly(2015, 9, 1)
        );
        var (anna, vera) = (Guid.NewGuid(), Guid.NewGuid());
        var turnout = new EventTurnout(held, school);
        turnout.Record([anna, vera], 12);
        (turnout.Named, turnout.Unnamed).ShouldBe((2, 12));
        turnout.Record([vera], 0);
        (turnout.Named, turnout.Unnamed).ShouldBe((1, 0));
        turnout.Attendees.Single().TeacherId.ShouldBe(vera);
    }

    [Fact]
    public void Only_what_has_begun_was_held_and_a_reason_is_told_for_what_is_called_off()
    {
        var ahead = Announced(Today.AddDays(1));
        Code(() => ahead.Become(EventState.Held, null, Today)).ShouldBe("event-ahead");
        Code(() => ahead.Become(EventState.Cancelled, " ", Today)).ShouldBe("reason-required");
        ahead.Become(EventState.Cancelled, "Карантин", Today);
        Code(() => ahead.Become(EventState.Held, null, Today.AddDays(2))).ShouldBe("event-state");
        ahead.Become(EventState.Planned, null, Today);
        ahead.Reason.ShouldBeNull();
        ahead.Become(EventState.Held, null, Today.AddDays(1));
        Code(() => ahead.Revise(Facts(Today.AddDays(5)), Today.AddDays(1))).ShouldBe("event-ahead");
    }

    [Fact]
    public void Days_times_level_and_organiser_fit_together()
    {
        Code(() => Announced(Today, Today.AddDays(-1))).ShouldBe("ends-before-start");
        Code(() => Announced(Today, Today.AddDays(60))).ShouldBe("event-too-long");
        Code(() => _ = new Event(Town, Facts(Today) with { Level = EventLevel.School })).ShouldBe("level-of-school");
        Code(() => _ = new Event(Town, Facts(Today) with { Organiser = new EventOrganiser(Guid.NewGuid(), null, "Институт") }))
            .ShouldBe("several-organisers");
        var night = Facts(Today) with { Times = new EventTimes(Today, Today.AddDays(1), new TimeOnly(22, 0), new TimeOnly(6, 0)) };
        Should.NotThrow(() => new Event(Town, night));
    }

    [Theory]
    [InlineData(AssociationLevel.School, "level-of-place")]
    [InlineData(AssociationLevel.Municipal, null)]
    [InlineData(AssociationLevel.Network, null)]
    [InlineData(AssociationLevel.Regional, "level-of-place")]
    public void An_association_of_a_municipality_is_municipal_or_of_a_network(AssociationLevel level, string? code)
    {
        var facts = new AssociationFacts("РМО", level, null, null);
        if (code is null)
            Should.NotThrow(() => new Association(Town, facts));
        else
            Code(() => _ = new Association(Town, facts)).ShouldBe(code);
    }

    private static Event Announced(DateOnly startsOn, DateOnly? endsOn = null) => new(Town, Facts(startsOn, endsOn));

    private static EventFacts Facts(DateOnly startsOn, DateOnly? endsOn = null) =>
        new(
            EventKind.Seminar,
            EventLevel.Municipal,
            "Смысловое чтение",
            null,
            new EventTimes(startsOn, endsOn ?? startsOn, null, null),
            null,
            null,
            new EventOrganiser(null, null, null)
        );

    private static string Code(Action act) => Should.Throw<BrokenRule>(act).Code;
}
