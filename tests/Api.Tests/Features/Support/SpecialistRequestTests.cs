using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Support.SupportCalls;

namespace Opora.Api.Tests.Features.Support;

public sealed class SpecialistRequestTests(ApiFactory api)
{
    [Fact]
    public async Task Goes_from_the_school_to_the_centre_and_is_finished()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, member) = await given.Centre(place);
        using var own = await given.SchoolPerson(school);
        using var http = await given.Coordinator(place);

        var card = await own.Request(school);
        card.State().ShouldBe("Requested");
        card.GetProperty("late").GetBoolean().ShouldBeTrue();
        (card.GetProperty("editable").GetBoolean(), card.GetProperty("assignable").GetBoolean()).ShouldBe((true, false));
        await http.Act(card, "sessions", Session("2020-10-12", 5)).AssertProblem(409, "request-unassigned");
        await http.Act(card, "finish", new { }).AssertProblem(409, "nothing-held");

        card = await http.Act(card, "assign", new { organisationId = centre.Id, staffMemberId = member.Id }).Json();
        card.State().ShouldBe("Assigned");
        card.GetProperty("person").GetProperty("name").GetString().ShouldBe("Речевая Анна Петровна");
        card = await http.Act(card, "sessions", new { on = "2030-10-12" }).Json();
        card.GetProperty("nextOn").GetString().ShouldBe("2030-10-12");
        card.State().ShouldBe("Assigned");
        card = await http.Act(card, "sessions", Session("2020-10-12", 14)).Json();
        card = await http.Act(card, "sessions", Session("2020-10-19", 10, returning: 6)).Json();
        (card.State(), card.GetProperty("reached").GetInt32(), card.GetProperty("held").GetInt32()).ShouldBe(("InWork", 18, 2));
        await http.Act(card, "decline", new { reason = "Нет мест" }).AssertProblem(409, "request-in-work");
        await own.Act(card, "withdraw", new { }).AssertProblem(409, "request-in-work");

        card = await http.Act(card, "finish", new { outcome = "Программы переданы" }).Json();
        (card.State(), card.GetProperty("sessions").GetArrayLength()).ShouldBe(("Done", 2));
        await http.Act(card, "sessions", Session("2020-10-20", 5)).AssertProblem(409, "request-settled");
        (await http.Act(card, "reopen").Json()).State().ShouldBe("InWork");
    }

    [Fact]
    public async Task Is_declined_with_a_reason_or_withdrawn_and_taken_up_again()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var own = await given.SchoolPerson(school);
        using var http = await given.Coordinator(place);

        var card = await own.Request(school);
        await http.Act(card, "decline", new { reason = "" }).AssertProblem(400, "validation");
        card = await http.Act(card, "decline", new { reason = "Логопед занят до января" }).Json();
        (card.State(), card.GetProperty("outcome").GetString()).ShouldBe(("Declined", "Логопед занят до января"));
        await own.PutJson(card.Address(), Asks(), version: 2).AssertProblem(409, "request-settled");
        await own.Act(card, "reopen").AssertProblem(403, "forbidden");
        card = await http.Act(card, "reopen").Json();
        card.State().ShouldBe("Requested");
        card = await own.Act(card, "withdraw", new { }).Json();
        card.State().ShouldBe("Withdrawn");
        card.GetProperty("settledOn").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_planned_session_is_held_corrected_and_struck_out()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        using var http = await given.Coordinator(place);
        var card = await http.Assigned(school, centre);
        card = await http.Act(card, "sessions", new { on = "2030-10-12" }).Json();
        var session = $"{card.Address()}/sessions/{card.GetProperty("sessions")[0].GetProperty("id").GetString()}";

        card = await http.PutJson(session, Session("2020-10-12", 9), version: 3).Json();
        (card.State(), card.GetProperty("reached").GetInt32()).ShouldBe(("InWork", 9));
        card = await http.PutJson(session, Session("2020-10-13", 11), version: 4).Json();
        card.GetProperty("sessions")[0].GetProperty("on").GetString().ShouldBe("2020-10-13");
        card = await http.Send(HttpMethod.Delete, session, null, version: 5).Json();
        (card.State(), card.GetProperty("reached").GetInt32()).ShouldBe(("Assigned", 0));
    }

    [Theory]
    [InlineData("""{"on":"2020-09-20","counts":{"children":5,"examined":5}}""", "session-before-request")]
    [InlineData("""{"on":"2030-09-20","counts":{"children":5,"examined":5}}""", "date-in-future")]
    [InlineData("""{"on":"2020-10-20"}""", "planned-in-past")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":-1,"examined":0,"teachers":1}}""", "/counts/children")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":2001,"examined":2001}}""", "/counts/children")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":5,"examined":6}}""", "/counts/examined")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":5,"examined":2,"consulted":2}}""", "/counts/children")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":5,"examined":5,"returning":6}}""", "/counts/returning")]
    [InlineData("""{"on":"2020-10-20","counts":{"children":0}}""", "/counts/children")]
    public async Task Refuses_a_session_that_cannot_be(string body, string problem)
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        using var http = await given.Coordinator(place);
        var card = await http.Assigned(school, centre);
        var call = http.Act(card, "sessions", JsonSerializer.Deserialize<JsonElement>(body));
        if (!problem.StartsWith('/'))
        {
            await call.AssertProblem(409, problem);
            return;
        }
        var errors = (await call.AssertProblem(400, "validation")).GetProperty("errors");
        errors[0].GetProperty("pointer").GetString().ShouldBe(problem);
        errors[0].GetProperty("message").GetString()!.ShouldMatch("[а-я]");
    }

    [Fact]
    public async Task Refuses_a_request_that_cannot_be_and_doubts_an_unlikely_one()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality(), with: f => f with { Pupils = 100 });
        using var http = await given.SchoolPerson(school);
        async Task Refused(object asks, int status, string code) =>
            await http.PostJson(Requests, new { schoolId = school.Id, asks }).AssertProblem(status, code);
        await Refused(Asks(children: 0), 400, "validation");
        await Refused(Asks(children: -3), 400, "validation");
        await Refused(Asks(children: 100_000), 400, "validation");
        await Refused(Asks(needed: "2020-09-01"), 409, "needed-before-request");
        await Refused(Asks(needed: "0020-09-01"), 400, "validation");

        (await http.Request(school, Asks(children: 100))).GetProperty("doubts").GetArrayLength().ShouldBe(0);
        var doubted = await http.Request(school, Asks(children: 101));
        doubted.GetProperty("doubts")[0].GetProperty("code").GetString().ShouldBe("children-above-pupils");
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        using var http = await given.Coordinator(place);
        var card = await http.Assigned(school, centre);
        await http.Act(card, "sessions", Session("2020-10-12", 9)).Json();
        await http.Act(card, "sessions", Session("2020-10-12", 9)).AssertProblem(412, "version-mismatch");
        (await http.GetJson(card.Address())).GetProperty("sessions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Assigns_only_who_works_there()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        var (_, stranger) = await given.Centre(place, "Другой МОЦ");
        using var http = await given.Coordinator(place);
        var card = await http.Request(school);
        await http.Act(card, "assign", new { organisationId = Guid.NewGuid() }).AssertProblem(404, "not-found");
        await http.Act(card, "assign", new { organisationId = centre.Id, staffMemberId = stranger.Id }).AssertProblem(404, "not-found");
        await given.InRegion(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Id == centre.Id)).Close(new DateOnly(2021, 1, 1));
            await db.SaveChangesAsync();
        });
        await http.Act(card, "assign", new { organisationId = centre.Id }).AssertProblem(409, "organisation-closed");
    }

    [Fact]
    public async Task A_specialist_who_leaves_is_erased_and_the_counts_stay()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, member) = await given.Centre(place);
        using var http = await given.Coordinator(place);
        var card = await http.Request(school);
        card = await http.Act(card, "assign", new { organisationId = centre.Id, staffMemberId = member.Id }).Json();
        await http.Act(card, "sessions", Session("2020-10-12", 9)).Json();
        await http.Send(HttpMethod.Delete, $"/api/v1/organisations/{centre.Id}/staff/{member.Id}", null, version: 1).Json();
        card = await http.GetJson(card.Address());
        card.GetProperty("reached").GetInt32().ShouldBe(9);
        card.GetRawText().ShouldNotContain("Речевая");
    }

    [Fact]
    public async Task Texts_about_children_stand_in_no_line_of_the_history()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Coordinator(place);
        var card = await http.Request(school);
        await http.Act(card, "decline", new { reason = "Тайная причина" }).Json();
        await given.InRegion(async db =>
        {
            var told = await db.ChangeEntries.Where(c => c.Thing == "SpecialistRequest").ToListAsync(TestContext.Current.CancellationToken);
            told.Select(c => c.Action).Order(StringComparer.Ordinal).ShouldBe(["created", "declined"]);
            told.ShouldAllBe(c => !c.Changes.Contains("Нарушения") && !c.Changes.Contains("Тайная"));
        });
    }

    [Fact]
    public async Task Somebody_of_another_municipality_finds_nothing()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var (school, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        var (centre, _) = await given.Centre(place);
        using var theOperator = await given.Operator();
        var card = await theOperator.Assigned(school, centre);
        card = await theOperator.Act(card, "sessions", Session("2020-10-12", 9)).Json();
        using var stranger = await given.Coordinator(other);
        using var otherSchool = await given.SchoolPerson(foreign);

        foreach (var http in new[] { stranger, otherSchool })
        {
            await http.GetAsync(card.Address(), TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
            (await http.GetJson(Requests)).GetProperty("total").GetInt32().ShouldBe(0);
            (await http.GetJson("/api/v1/support/sessions")).GetProperty("total").GetInt32().ShouldBe(0);
            var overview = await http.GetJson("/api/v1/support/overview");
            overview.GetProperty("total").GetProperty("children").GetInt32().ShouldBe(0);
            overview.GetProperty("organisations").GetArrayLength().ShouldBe(0);
        }
        await stranger.Act(card, "finish", new { }).AssertProblem(404, "not-found");
        await otherSchool.PostJson(Requests, new { schoolId = school.Id, asks = Asks() }).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task An_observer_reads_counts_and_no_words_about_people()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, member) = await given.Centre(place);
        using var http = await given.Operator();
        var card = await http.Request(school);
        card = await http.Act(card, "assign", new { organisationId = centre.Id, staffMemberId = member.Id }).Json();
        card = await http.Act(
                card,
                "sessions",
                new
                {
                    on = "2020-10-12",
                    staffMemberId = member.Id,
                    note = "Тайная заметка",
                    counts = new { children = 9, examined = 9 },
                }
            )
            .Json();
        using var observer = await given.Observer();
        foreach (var address in new[] { card.Address(), Requests, "/api/v1/support/sessions", "/api/v1/support/overview" })
        {
            var text = (await observer.GetJson(address)).GetRawText();
            text.ShouldContain(":9");
            text.ShouldNotContain("Речевая");
            text.ShouldNotContain("Тайная");
            text.ShouldNotContain("Нарушения");
        }
        (await http.GetJson(card.Address())).GetRawText().ShouldContain("Тайная");
    }

    [Fact]
    public async Task Moves_with_its_school()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        using var before = await given.Coordinator(place);
        using var after = await given.Coordinator(other);
        var card = await before.Assigned(school, centre);
        card = await before.Act(card, "sessions", Session("2020-10-12", 9)).Json();
        await given.Move(school, other, new DateOnly(2021, 1, 1));
        await before.GetAsync(card.Address(), TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        (await after.GetJson("/api/v1/support/sessions")).GetProperty("total").GetInt32().ShouldBe(1);
        await after.Act(card, "finish", new { }).Json();
    }
}
