using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.People;

/// <summary>Roles given, lent, taken back and over; nobody gives more than they hold.</summary>
public sealed class GrantTests(ApiFactory api)
{
    private static readonly DateOnly Today = new(2021, 9, 1);

    [Fact]
    public async Task A_role_given_holds_at_once_and_one_taken_back_ends_at_once()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (one, two) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        var person = await given.Person(id => Grant.InSchool(id, Role.School, one));
        using var browser = await Given.SignedIn(api, person.UserName!);
        using var http = await given.Operator();
        var url = $"/api/v1/people/{person.Id}";

        var card = await http.PostJson(url + "/grants", new { role = "School", place = two.Code }, 1).Json();
        (await browser.GetJson("/api/v1/schools")).GetProperty("total").GetInt32().ShouldBe(2);
        await http.PostJson(url + "/grants", new { role = "School", place = two.Code }, 2).AssertProblem(409, "duplicate");
        (await Told(browser)).ShouldBe(["AccessGranted"]);
        (await Told(http)).ShouldBeEmpty();

        var grant = card.GetProperty("grants").EnumerateArray().Single(g => g.GetProperty("place").Text("code") == two.Code);
        await http.Send(HttpMethod.Delete, $"{url}/grants/{grant.Text("id")}", null, 2).Json();
        (await browser.GetJson("/api/v1/schools")).GetProperty("total").GetInt32().ShouldBe(1);
        await http.Send(HttpMethod.Delete, $"{url}/grants/{grant.Text("id")}", null, 3).AssertProblem(409, "already-revoked");
    }

    [Fact]
    public async Task A_role_holds_on_its_days_and_on_no_other()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        async Task<HttpStatusCode> Sees(DateOnly? from, DateOnly? to)
        {
            var person = await given.Person(id => Grant.InSchool(id, Role.School, school).GivenBy(id, from, to));
            using var http = await Given.SignedIn(api, person.UserName!);
            using var answer = await http.GetAsync($"/api/v1/schools/{school.Id}", Cancel);
            return answer.StatusCode;
        }

        // The product's clock shows 8:00 UTC of this day, and the region's one the same day.
        (await Sees(Today, Today)).ShouldBe(HttpStatusCode.OK);
        (await Sees(Today.AddDays(-1), null)).ShouldBe(HttpStatusCode.OK);
        (await Sees(null, Today.AddDays(-1))).ShouldBe(HttpStatusCode.Forbidden);
        (await Sees(Today.AddDays(1), null)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_calls_is_read_with_one_statement_whatever_the_days_of_the_roles()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var person = await given.Person(id => Grant.InSchool(id, Role.School, school).GivenBy(id, Today, Today));
        using var http = await Given.SignedIn(api, person.UserName!);
        using var count = new StatementCount(api, http);
        await http.GetAsync("/api/v1/people", Cancel).AssertProblem(403, "forbidden");
        count.Count.ShouldBe(1, string.Join("\n\n", count.Statements));
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_hold()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (own, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        var person = await given.Person(id => Grant.InSchool(id, Role.School, own));
        using var http = await given.Coordinator(place);
        var url = $"/api/v1/people/{person.Id}/grants";

        await http.PostJson(url, new { role = "Coordinator", place = place.Code }, 1).AssertProblem(403, "forbidden");
        await http.PostJson(url, new { role = "Operator", place = given.RegionCode }, 1).AssertProblem(403, "forbidden");
        await http.PostJson(url, new { role = "Observer", place = given.RegionCode }, 1).AssertProblem(403, "forbidden");
        await http.PostJson(url, new { role = "School", place = foreign.Code }, 1).AssertProblem(404, "not-found");
        await http.PostJson(url, new { role = "Integration", place = given.RegionCode }, 1).AssertProblem(400, "validation");

        // Nor for longer: rights with an end are given with an end.
        var until = Today.AddDays(10);
        var substitute = await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place).GivenBy(id, null, until));
        using var briefly = await Given.SignedIn(api, substitute.UserName!);
        var second = await given.School(place, "СОШ № 9");
        await briefly.PostJson(url, new { role = "School", place = second.Code }, 1).AssertProblem(409, "longer-than-own");
        await briefly
            .PostJson(
                url,
                new
                {
                    role = "School",
                    place = second.Code,
                    toOn = until,
                },
                1
            )
            .Json();
        var preview = await briefly.PostJson("/api/v1/people/invitations/preview", new { text = $"Новый\t\tшкола\t{second.Code}" }).Json();
        preview.Text("untilOn").ShouldBe(until.ToString("O"));
    }

    [Fact]
    public async Task A_coordinator_sees_schools_people_only_and_touches_nobody_who_holds_more()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (own, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        var theirs = await given.Person(id => Grant.InSchool(id, Role.School, foreign));
        var chief = await given.Person(id => Grant.InRegion(id, Role.Operator, given.RegionCode));
        var both = await given.Person(
            id => Grant.InSchool(id, Role.School, own),
            id => Grant.InRegion(id, Role.Operator, given.RegionCode)
        );
        using var http = await given.Coordinator(place);

        var list = await http.GetJson("/api/v1/people");
        list.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ShouldBe([both.Id]);
        await http.GetAsync($"/api/v1/people/{theirs.Id}", Cancel).AssertProblem(404, "not-found");
        await http.PostJson($"/api/v1/people/{chief.Id}/link", new { byMail = false }, 1).AssertProblem(404, "not-found");
        var card = await http.GetJson($"/api/v1/people/{both.Id}");
        card.GetProperty("grants").GetArrayLength().ShouldBe(1, "the school's part");
        card.GetProperty("holdsBeyond").GetBoolean().ShouldBeTrue();
        // A link to a new password would be the operator's account.
        await http.PostJson($"/api/v1/people/{both.Id}/link", new { byMail = false }, 1).AssertProblem(409, "person-beyond");
        await http.PostJson($"/api/v1/people/{both.Id}/block", new { }, 1).AssertProblem(409, "person-beyond");
        await http.PutJson($"/api/v1/people/{both.Id}", new { displayName = "x", email = "x@example.org" }, 1)
            .AssertProblem(409, "person-beyond");
    }

    [Fact]
    public async Task A_blocked_person_is_out_at_once_and_stays_out()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var person = await given.Person(id => Grant.InSchool(id, Role.School, school));
        using var browser = await Given.SignedIn(api, person.UserName!);
        using var http = await given.Operator();
        await browser.GetJson("/api/v1/me");

        var blocked = await http.PostJson($"/api/v1/people/{person.Id}/block", new { }, 1).Json();
        blocked.Text("state").ShouldBe("Blocked");
        await browser.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
        var attempt = new { userName = person.UserName, password = Given.Password };
        await browser.PostJson("/api/v1/session", attempt).AssertProblem(401, "blocked");
        await browser
            .PostJson("/api/v1/session", new { userName = person.UserName, password = "not the password" })
            .AssertProblem(401, "sign-in-failed");
        await http.PostJson($"/api/v1/people/{person.Id}/link", new { byMail = false }, 2).AssertProblem(409, "person-blocked");

        await http.PostJson($"/api/v1/people/{person.Id}/unblock", new { }, 2).Json();
        await browser.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
        await browser.PostJson("/api/v1/session", attempt).Json();
    }

    [Fact]
    public async Task The_last_operator_of_a_region_stays()
    {
        var given = await Given.Region(api);
        var first = await given.Person(id => Grant.InRegion(id, Role.Operator, given.RegionCode));
        using var http = await Given.SignedIn(api, first.UserName!);
        var url = $"/api/v1/people/{first.Id}";
        var grant = (await http.GetJson(url)).GetProperty("grants")[0].Text("id");
        await http.PostJson(url + "/block", new { }, 1).AssertProblem(409, "self-block");
        await http.Send(HttpMethod.Delete, $"{url}/grants/{grant}", null, 1).AssertProblem(409, "last-operator");

        // Somebody invited who has never been in is no operator yet.
        await http.PostJson("/api/v1/people/invitations", new { text = $"Второй\t\tоператор\t{given.RegionCode}" }).Json();
        await http.Send(HttpMethod.Delete, $"{url}/grants/{grant}", null, 1).AssertProblem(409, "last-operator");

        var second = await given.Person(id => Grant.InRegion(id, Role.Operator, given.RegionCode));
        using var other = await Given.SignedIn(api, second.UserName!);
        await other.PostJson(url + "/block", new { }, 1).Json();
        await http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
        var last = $"/api/v1/people/{second.Id}";
        var lastGrant = (await other.GetJson(last)).GetProperty("grants")[0].Text("id");
        await other.Send(HttpMethod.Delete, $"{last}/grants/{lastGrant}", null, 1).AssertProblem(409, "last-operator");
    }

    [Fact]
    public async Task Rights_are_lent_for_some_days_used_in_the_open_and_not_lent_on()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (away, deputy, third) = (
            await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place)),
            await given.Person(id => Grant.InRegion(id, Role.Observer, given.RegionCode)),
            await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place))
        );
        await given.Save(Grant.InMunicipality(deputy.Id, Role.Coordinator, await given.Municipality("Агрызский район")));
        using var mine = await Given.SignedIn(api, away.UserName!);
        using var theirs = await Given.SignedIn(api, deputy.UserName!);
        await theirs.GetAsync($"/api/v1/schools/{school.Id}/access", Cancel).AssertProblem(404, "not-found");

        var days = new
        {
            toPersonId = deputy.Id,
            fromOn = Today,
            toOn = Today.AddDays(13),
        };
        (await mine.PostJson("/api/v1/delegations", days).Json()).GetProperty("holdsNow").GetBoolean().ShouldBeTrue();
        await mine.PostJson("/api/v1/delegations", days).AssertProblem(409, "lent-before");
        await theirs.GetJson($"/api/v1/schools/{school.Id}/access");
        (await Told(theirs)).ShouldBe(["RightsLent"]);
        (await theirs.GetJson("/api/v1/delegations")).GetProperty("borrowed").GetArrayLength().ShouldBe(1);
        (await mine.GetJson("/api/v1/delegations")).GetProperty("lent").GetArrayLength().ShouldBe(1);

        // What is done with borrowed rights tells whose they are.
        var row = (await theirs.PostJson("/api/v1/people/invitations", new { text = $"Новый\t\tшкола\t{school.Code}" }).Json()).GetProperty(
            "rows"
        )[0];
        await given.InRegion(async db =>
        {
            var id = row.Text("personId");
            var entry = await db.ChangeEntries.FirstAsync(c => c.ThingKey == id && c.Action == "granted", Cancel);
            (entry.ActorId, entry.OnBehalfOfId).ShouldBe((deputy.Id, away.Id));
            var lent = await db.ChangeEntries.SingleAsync(c => c.ThingKey == deputy.Id.ToString() && c.Action == "delegated", Cancel);
            (lent.ActorId, lent.OnBehalfOfId).ShouldBe((away.Id, null));
            var grant = await db.Grants.SingleAsync(g => g.HolderId == Guid.Parse(id), Cancel);
            grant.ToOn.ShouldBe(Today.AddDays(13), "no longer than the rights by which it was given");
        });

        // Lent on are own rights only.
        await theirs.PostJson("/api/v1/delegations", days with { toPersonId = third.Id }).Json();
        await given.InRegion(async db =>
            (await db.Grants.Where(g => g.HolderId == third.Id && g.DelegatedById != null).ToListAsync(Cancel)).ShouldAllBe(g =>
                g.MunicipalityCode != place.Code
            )
        );

        using var ended = await mine.DeleteAsync($"/api/v1/delegations/{deputy.Id}", Cancel);
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await theirs.GetAsync($"/api/v1/schools/{school.Id}/access", Cancel).AssertProblem(404, "not-found");
        await mine.DeleteAsync($"/api/v1/delegations/{deputy.Id}", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Lent_rights_end_with_those_of_their_owner()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var away = await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place));
        var deputy = await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place));
        using var mine = await Given.SignedIn(api, away.UserName!);
        await mine.PostJson(
                "/api/v1/delegations",
                new
                {
                    toPersonId = deputy.Id,
                    fromOn = Today,
                    toOn = Today.AddDays(5),
                }
            )
            .Json();
        using var http = await given.Operator();
        await http.PostJson($"/api/v1/people/{away.Id}/block", new { }, 1).Json();
        var grants = (await http.GetJson($"/api/v1/people/{deputy.Id}")).GetProperty("grants").EnumerateArray().ToList();
        grants
            .Select(g => (g.GetProperty("delegatedBy").ValueKind == JsonValueKind.Null, g.Text("state")))
            .ShouldBe([(true, "Holds"), (false, "Revoked")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_school_tells_who_can_do_what_and_through_which_role()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        await given.Person(id => Grant.InSchool(id, Role.School, school));
        await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place));
        await given.Person(id => Grant.InRegion(id, Role.Observer, given.RegionCode));
        using var http = await given.Operator();
        var access = await http.GetJson($"/api/v1/schools/{school.Id}/access");
        access
            .EnumerateArray()
            .Select(a =>
                (
                    a.GetProperty("grant").Text("role"),
                    a.GetProperty("grant").GetProperty("place").Text("kind"),
                    a.GetProperty("mayWrite").GetBoolean()
                )
            )
            .ShouldBe(
                [
                    ("School", "school", true),
                    ("Coordinator", "municipality", true),
                    ("Observer", "region", false),
                    ("Operator", "region", true),
                ],
                ignoreOrder: true
            );
        using var observer = await given.Observer();
        await observer.GetAsync($"/api/v1/schools/{school.Id}/access", Cancel).AssertProblem(403, "forbidden");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string[]> Told(HttpClient http) =>
        [.. (await http.GetJson("/api/v1/notifications")).GetProperty("items").EnumerateArray().Select(n => n.Text("kind"))];
}
