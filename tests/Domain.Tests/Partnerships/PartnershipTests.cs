using Opora.Domain.Partnerships;

namespace Opora.Domain.Tests.Partnerships;

public sealed class PartnershipTests
{
    private static readonly DateOnly Today = new(2020, 9, 1);
    private static readonly PartySide School = new(PartyRole.Supported, "RU-TA", "92626000", Guid.NewGuid(), null);
    private static readonly PartySide Institute = new(PartyRole.Partner, "RU-TA", null, null, Guid.NewGuid());

    private static Partnership Agreement(DateOnly? ends = null, DateOnly? starts = null) =>
        new(new PartnershipFacts("Наставничество", "7", new DateOnly(2020, 4, 20), starts, ends), [School, Institute]);

    [Theory]
    [InlineData(null, PartnershipState.Active)]
    [InlineData("2020-08-31", PartnershipState.Expired)]
    [InlineData("2020-09-01", PartnershipState.Expiring)]
    [InlineData("2020-09-21", PartnershipState.Expiring)]
    [InlineData("2020-09-22", PartnershipState.Active)]
    public void Ends_soon_within_twenty_days_and_holds_on_its_last_day(string? ends, PartnershipState state) =>
        StateOf(Agreement(ends is null ? null : DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(state);

    [Fact]
    public void Begins_with_its_signing_unless_its_term_says_otherwise()
    {
        StateOf(Agreement(starts: Today)).ShouldBe(PartnershipState.Active);
        StateOf(Agreement(starts: Today.AddDays(1))).ShouldBe(PartnershipState.Upcoming);
        StateOf(new Partnership(new PartnershipFacts("Проект", null, null, null, null), [School, Institute]))
            .ShouldBe(PartnershipState.Draft);
    }

    [Fact]
    public void Ended_before_its_term_it_holds_until_that_day_and_then_stands()
    {
        var agreement = Agreement();
        agreement.Terminate(Today.AddDays(1), "Партнёр закрыт");
        StateOf(agreement).ShouldBe(PartnershipState.Active);
        StateOn(agreement, Today.AddDays(1)).ShouldBe(PartnershipState.Terminated);
        Should.Throw<BrokenRule>(() => agreement.Terminate(Today, "Ещё раз")).Code.ShouldBe("partnership-terminated");
        Should
            .Throw<BrokenRule>(() => agreement.Revise(new PartnershipFacts("Иное", "7", Today, null, null), [School, Institute]))
            .Code.ShouldBe("partnership-terminated");
        agreement.Resume();
        StateOn(agreement, Today.AddDays(1)).ShouldBe(PartnershipState.Active);
        Should.Throw<BrokenRule>(agreement.Resume).Code.ShouldBe("partnership-not-terminated");
        Should.Throw<BrokenRule>(() => agreement.Terminate(new DateOnly(2020, 4, 19), "Рано")).Code.ShouldBe("terminated-before-start");
    }

    [Fact]
    public void Refuses_an_end_before_its_start_half_a_signature_and_one_side()
    {
        Refused(new PartnershipFacts("Проект", "7", Today, null, Today.AddDays(-1)), School, Institute).ShouldBe("ends-before-start");
        Refused(new PartnershipFacts("Проект", "7", null, null, null), School, Institute).ShouldBe("signed-needs-number");
        Refused(new PartnershipFacts("Проект", " ", Today, null, null), School, Institute).ShouldBe("signed-needs-number");
        Refused(new PartnershipFacts("Проект", null, null, null, null), School).ShouldBe("partnership-one-sided");
        Refused(new PartnershipFacts("Проект", null, null, null, null), Institute).ShouldBe("partnership-one-sided");
        Refused(new PartnershipFacts("Проект", null, null, null, null), School, School with { Role = PartyRole.Partner })
            .ShouldBe("party-twice");
    }

    [Fact]
    public void Belongs_to_its_school_to_their_municipality_or_to_the_region()
    {
        Agreement().SchoolId.ShouldBe(School.SchoolId);
        var neighbour = School with { SchoolId = Guid.NewGuid() };
        var two = new Partnership(new PartnershipFacts("Проект", null, null, null, null), [School, neighbour, Institute]);
        (two.SchoolId, two.MunicipalityCode).ShouldBe((null, "92626000"));
        two.Revise(
            new PartnershipFacts("Проект", null, null, null, null),
            [School, neighbour with { MunicipalityCode = "92601000" }, Institute]
        );
        (two.SchoolId, two.MunicipalityCode, two.RegionCode).ShouldBe((null, null, "RU-TA"));
    }

    [Fact]
    public void Keeps_the_sides_that_stay()
    {
        var agreement = Agreement();
        var kept = agreement.Parties[0].Id;
        agreement.Revise(
            new PartnershipFacts("Проект", null, null, null, null),
            [School, Institute with { OrganisationId = Guid.NewGuid() }]
        );
        agreement.Parties.Count.ShouldBe(2);
        agreement.Parties.ShouldContain(p => p.Id == kept);
    }

    private static PartnershipState StateOf(Partnership p) => StateOn(p, Today);

    private static PartnershipState StateOn(Partnership p, DateOnly day) =>
        Partnership.StateOn(day, p.SignedOn, p.StartsOn, p.EndsOn, p.TerminatedOn);

    private static string Refused(PartnershipFacts facts, params PartySide[] sides) =>
        Should.Throw<BrokenRule>(() => new Partnership(facts, sides)).Code;
}
