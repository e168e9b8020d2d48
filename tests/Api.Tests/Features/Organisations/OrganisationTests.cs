using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Organisations;

public sealed class OrganisationTests(ApiFactory api)
{
    private const string Organisations = "/api/v1/organisations";

    [Fact]
    public async Task Registers_revises_closes_and_reopens()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var http = await given.Operator();
        using var made = await http.PostJson(Organisations, Centre(place.Code));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = made.Headers.Location!.ToString();
        var card = await http.GetJson(address);
        card.GetProperty("municipality").GetProperty("code").GetString().ShouldBe(place.Code);
        card.GetProperty("functions").EnumerateArray().Select(f => f.GetString()).ShouldBe(["Coordinating", "Methodical"]);

        var revised = await http.PutJson(address, new { name = "Новый центр", kind = "EducationCentre" }, version: 1).Json();
        revised.GetProperty("functions").GetArrayLength().ShouldBe(0);
        await http.PostJson($"{address}/close", new { closedOn = "2026-09-01", reason = "Слияние" }, version: 2).Json();
        await http.PostJson($"{address}/close", new { closedOn = "2026-09-01", reason = "Слияние" }, version: 3)
            .AssertProblem(409, "already-closed");
        (await http.GetJson($"{Organisations}?closed=true")).GetProperty("total").GetInt32().ShouldBe(1);
        await http.Send(HttpMethod.Post, $"{address}/reopen", null, version: 3).Json();
        (await http.GetJson($"{Organisations}?closed=true")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Finds_by_words_kind_and_municipality()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var http = await given.Operator();
        await http.PostJson(Organisations, Centre(place.Code)).Json(HttpStatusCode.Created);
        await http.PostJson(Organisations, new { facts = new { name = "Университет «Ёлка»", kind = "University" } })
            .Json(HttpStatusCode.Created);

        async Task<int> Found(string query) => (await http.GetJson($"{Organisations}?{query}")).GetProperty("total").GetInt32();

        (await Found("search=елка")).ShouldBe(1);
        (await Found("kind=EducationCentre&kind=University")).ShouldBe(2);
        (await Found("municipality=" + place.Code)).ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_what_cannot_be()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        await http.PostJson(Organisations, new { facts = new { name = "МОЦ", kind = "EducationCentre" } })
            .AssertProblem(409, "centre-needs-municipality");
        await http.PostJson(
                Organisations,
                new
                {
                    facts = new
                    {
                        name = "Завод",
                        kind = "Enterprise",
                        functions = new[] { "Methodical" },
                    },
                }
            )
            .AssertProblem(409, "functions-of-centres-only");
        var problem = await http.PostJson(Organisations, new { facts = new { name = "", kind = "Other" } })
            .AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/facts/name");
    }

    [Fact]
    public async Task A_coordinator_writes_in_the_own_municipality_and_reads_the_region()
    {
        var given = await Given.Region(api);
        var own = await given.Municipality();
        var other = await given.Municipality("Другой район");
        using var theOperator = await given.Operator();
        var foreign = await theOperator.PostJson(Organisations, Centre(other.Code)).Json(HttpStatusCode.Created);
        using var http = await given.Coordinator(own);

        await http.PostJson(Organisations, Centre(own.Code)).Json(HttpStatusCode.Created);
        await http.PostJson(Organisations, Centre(other.Code)).AssertProblem(404, "not-found");
        await http.PostJson(Organisations, new { facts = new { name = "Институт", kind = "Institute" } }).AssertProblem(400, "validation");
        var address = $"{Organisations}/{foreign.GetProperty("id").GetString()}";
        (await http.GetJson(address)).GetProperty("editable").GetBoolean().ShouldBeFalse();
        await http.PutJson(address, new { name = "Чужой", kind = "Other" }, version: 1).AssertProblem(404, "not-found");
        using var stranger = await (await Given.Region(api)).Operator();
        await stranger.GetAsync(address, Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Names_of_staff_stand_in_their_row_only_and_are_not_for_observers()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var http = await given.Operator();
        var card = await http.PostJson(Organisations, Centre(place.Code)).Json(HttpStatusCode.Created);
        var address = $"{Organisations}/{card.GetProperty("id").GetString()}";
        const string Name = "Необычная Фамилия";

        card = await http.PostJson($"{address}/staff", Person(Name), version: 1).Json();
        var member = card.GetProperty("people")[0];
        member.GetProperty("name").GetString().ShouldBe(Name);
        var staff = $"{address}/staff/{member.GetProperty("id").GetString()}";
        await http.PutJson(staff, Person(Name + "-Вторая"), version: 2).Json();
        using var observer = await given.Observer();
        var seen = await observer.GetJson(address);
        seen.GetProperty("staff").GetInt32().ShouldBe(1);
        seen.TryGetProperty("people", out var people).ShouldBe(people.ValueKind == JsonValueKind.Null);
        seen.ToString().ShouldNotContain(Name);
        (await http.Send(HttpMethod.Delete, staff, null, version: 3).Json()).GetProperty("people").GetArrayLength().ShouldBe(0);
        await http.Send(HttpMethod.Delete, staff, null, version: 4).AssertProblem(404, "not-found");

        await given.InRegion(async db =>
        {
            var told = await db.ChangeEntries.Where(c => c.Thing == "StaffMember").ToListAsync(Cancel);
            told.Select(c => c.Action).Order().ShouldBe(["staff-added", "staff-removed", "staff-revised"]);
            told.ShouldAllBe(c => !c.Changes.Contains(Name) && !c.Changes.Contains("example.org"));
            told.ShouldAllBe(c => c.Changes.Contains("\"name\""));
        });
    }

    [Fact]
    public async Task A_member_of_another_organisation_is_not_found()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var http = await given.Operator();
        var first = await http.PostJson(Organisations, Centre(place.Code)).Json(HttpStatusCode.Created);
        var second = await http.PostJson(Organisations, Centre(place.Code)).Json(HttpStatusCode.Created);
        var card = await http.PostJson($"{Organisations}/{first.GetProperty("id").GetString()}/staff", Person("Методист"), version: 1)
            .Json();
        var member = card.GetProperty("people")[0].GetProperty("id").GetString();
        await http.Send(HttpMethod.Delete, $"{Organisations}/{second.GetProperty("id").GetString()}/staff/{member}", null, version: 1)
            .AssertProblem(404, "not-found");
    }

    private static object Centre(string municipality) =>
        new
        {
            facts = new
            {
                name = "Муниципальный образовательный центр",
                kind = "EducationCentre",
                shortName = "МОЦ",
                functions = new[] { "Methodical", "Coordinating" },
            },
            municipalityCode = municipality,
        };

    private static object Person(string name) =>
        new
        {
            name,
            position = "методист",
            contact = "moc@example.org",
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
