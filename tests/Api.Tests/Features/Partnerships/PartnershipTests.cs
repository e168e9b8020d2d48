using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Partnerships;

public sealed class PartnershipTests(ApiFactory api)
{
    private const string Partnerships = "/api/v1/partnerships";
    private const string Partners = "/api/v1/partners";

    private DateOnly Today => DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime.AddHours(3));

    [Fact]
    public async Task Is_made_changed_and_ended_under_the_version_seen()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var institute = await Institute(given);
        using var http = await given.SchoolPerson(school);
        var made = await http.PostJson(Partnerships, Body(school, institute, number: null)).Json(HttpStatusCode.Created);
        made.GetProperty("state").GetString().ShouldBe("Draft");
        made.GetProperty("parties").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe([school.Name, "ИРО"]);
        var address = Address(made);

        var signed = await http.PutJson(address, Body(school, institute, ends: Today.AddDays(20)), version: 1).Json();
        signed.GetProperty("state").GetString().ShouldBe("Expiring");
        await http.PutJson(address, Body(school, institute), version: 1).AssertProblem(412, "version-mismatch");
        await http.Send(HttpMethod.Delete, address, null, version: 2).AssertProblem(409, "partnership-signed");

        var ended = await http.PostJson($"{address}/terminate", new { on = Today, reason = "Реорганизация" }, version: 2).Json();
        ended.GetProperty("state").GetString().ShouldBe("Terminated");
        ended.GetProperty("terminationReason").GetString().ShouldBe("Реорганизация");
        var resumed = await http.Send(HttpMethod.Post, $"{address}/resume", null, version: 3).Json();
        resumed.GetProperty("state").GetString().ShouldBe("Expiring");
    }

    [Fact]
    public async Task Its_sides_change_and_who_reads_it_with_them()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, near, far) = (
            await given.School(here),
            await given.School(here, "Лицей № 1"),
            await given.School(there, "Гимназия № 1")
        );
        var agreement = GivenPartnerships.Agreement(school, far);
        await given.Save(agreement);
        using var http = await given.Operator();
        using var former = await given.SchoolPerson(far);
        (await Total(former, "")).ShouldBe(1);
        var changed = await http.PutJson($"{Partnerships}/{agreement.Id}", Body(school, near, "5"), version: 1).Json();
        changed.GetProperty("parties").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe([school.Name, near.Name]);
        (await Total(former, "")).ShouldBe(0);
        using var present = await given.SchoolPerson(near);
        (await Total(present, "")).ShouldBe(1);
    }

    [Fact]
    public async Task Joint_actions_are_planned_done_and_struck_out_together()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.SchoolPerson(school);
        var made = await http.PostJson(Partnerships, Body(school, await Institute(given))).Json(HttpStatusCode.Created);
        var address = Address(made) + "/actions";
        var planned = await http.PutJson(
                address,
                new
                {
                    actions = new[]
                    {
                        new { text = "Открытый урок", dueOn = "2020-10-30" },
                        new { text = "Семинар", dueOn = "2020-11-30" },
                    },
                },
                version: 1
            )
            .Json();
        var lesson = planned.GetProperty("jointActions")[0];
        var done = await http.PutJson(
                address,
                new
                {
                    actions = new object[]
                    {
                        new
                        {
                            id = lesson.GetProperty("id").GetGuid(),
                            text = "Открытый урок",
                            dueOn = "2020-10-30",
                            doneOn = "2020-10-28",
                            outcome = "Были 9 учителей",
                        },
                        new { text = "Мастер-класс" },
                    },
                },
                version: 2
            )
            .Json();
        done.GetProperty("jointActions")
            .EnumerateArray()
            .Select(a => $"{a.GetProperty("number")} {a.GetProperty("text").GetString()} {a.GetProperty("outcome").GetString()}")
            .ShouldBe(["1 Открытый урок Были 9 учителей", "2 Мастер-класс "]);
        (done.GetProperty("actions").GetInt32(), done.GetProperty("actionsDone").GetInt32()).ShouldBe((2, 1));
        await http.PutJson(address, new { actions = new[] { new { id = Guid.NewGuid(), text = "Чужое" } } }, version: 3)
            .AssertProblem(404, "not-found");

        using var operatorOfRegion = await given.Operator();
        var told = (await operatorOfRegion.GetJson($"/api/v1/changes?action=actions-revised")).GetProperty("items")[0];
        told.GetProperty("changes")
            .EnumerateArray()
            .Select(c => $"{c.GetProperty("from").GetString()} -> {c.GetProperty("to").GetString()}")
            .ShouldBe(
                [
                    "Открытый урок; до 30.10.2020 -> Открытый урок; до 30.10.2020; сделано 28.10.2020; Были 9 учителей",
                    "Семинар; до 30.11.2020 -> ",
                    " -> Мастер-класс",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_number_stands_once_with_its_owner_and_dates_are_in_order()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 8"));
        var institute = await Institute(given);
        using var http = await given.Coordinator(place);
        await http.PostJson(Partnerships, Body(school, institute, number: "12/2020")).Json(HttpStatusCode.Created);
        var twice = await http.PostJson(Partnerships, Body(school, institute, number: " 12/2020 ")).AssertProblem(409, "duplicate");
        twice.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/number");
        await http.PostJson(Partnerships, Body(other, institute, number: "12/2020")).Json(HttpStatusCode.Created);
        await http.PostJson(Partnerships, Body(school, institute, number: "13", ends: new DateOnly(2020, 4, 19)))
            .AssertProblem(409, "ends-before-start");
        await http.PostJson(
                Partnerships,
                new
                {
                    subject = "",
                    supported = Array.Empty<Guid>(),
                    partners = Array.Empty<object>(),
                }
            )
            .AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Both_sides_read_it_and_the_supported_side_writes_it()
    {
        var given = await Given.Region(api);
        var (here, there, elsewhere) = (
            await given.Municipality(),
            await given.Municipality("Агрызский район"),
            await given.Municipality("Бавлинский район")
        );
        var (school, leader, stranger) = (
            await given.School(here),
            await given.School(there, "Лицей № 1"),
            await given.School(elsewhere, "СОШ № 3")
        );
        var agreement = GivenPartnerships.Agreement(school, leader);
        await given.Save(agreement);
        var address = $"{Partnerships}/{agreement.Id}";

        using var partner = await given.SchoolPerson(leader);
        var seen = await partner.GetJson(address);
        seen.GetProperty("editable").GetBoolean().ShouldBeFalse();
        seen.GetProperty("parties")[0].GetProperty("name").GetString().ShouldBe(school.Name);
        await partner.Send(HttpMethod.Post, $"{address}/resume", null, version: 1).AssertProblem(404, "not-found");
        using var coordinator = await given.Coordinator(there);
        (await Total(coordinator, "")).ShouldBe(1);
        using var own = await given.Coordinator(here);
        (await own.GetJson(address)).GetProperty("editable").GetBoolean().ShouldBeTrue();
        using var third = await given.Coordinator(elsewhere);
        (await Total(third, "")).ShouldBe(0);
        await third.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await third.PostJson(Partnerships, Body(school, await Institute(given))).AssertProblem(404, "not-found");
        using var observer = await given.Observer();
        (await observer.GetJson(address)).GetProperty("editable").GetBoolean().ShouldBeFalse();
        stranger.ShouldNotBeNull();
    }

    [Fact]
    public async Task Follows_a_school_that_moves()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(here);
        await given.Save(GivenPartnerships.Agreement(school, await Institute(given)));
        using var http = await given.Operator();
        await http.PostJson(
                $"/api/v1/schools/{school.Id}/move",
                new
                {
                    municipalityCode = there.Code,
                    movedOn = "2020-01-10",
                    reason = "Границы районов",
                },
                version: 1
            )
            .Json();
        using var former = await given.Coordinator(here);
        (await Total(former, "")).ShouldBe(0);
        using var present = await given.Coordinator(there);
        (await Total(present, "")).ShouldBe(1);
        (await present.GetJson(Partnerships))
            .GetProperty("items")[0]
            .GetProperty("parties")[0]
            .GetProperty("municipalityCode")
            .GetString()
            .ShouldBe(there.Code);
    }

    [Fact]
    public async Task Is_found_by_state_words_and_sides()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var leader = await given.School(await given.Municipality("Агрызский район"), "Лицей № 1");
        var institute = await Institute(given);
        await given.Save(
            GivenPartnerships.Agreement(school, institute, f => f with { Number = "1", EndsOn = Today.AddDays(20) }),
            GivenPartnerships.Agreement(school, leader, f => f with { Number = "2", Subject = "Школа молодого учителя" }),
            GivenPartnerships.Agreement(school, leader, f => f with { Number = "3", EndsOn = Today.AddDays(-1) }),
            GivenPartnerships.Agreement(school, leader, f => f with { Number = "4", StartsOn = Today.AddDays(1) }),
            GivenPartnerships.Agreement(school, leader, f => f with { Number = null, SignedOn = null })
        );
        using var http = await given.Operator();
        foreach (
            var (state, count) in new[] { ("Draft", 1), ("Upcoming", 1), ("Active", 1), ("Expiring", 1), ("Expired", 1), ("Terminated", 0) }
        )
            (await Total(http, $"?state={state}")).ShouldBe(count, state);
        (await http.GetJson(Partnerships))
            .GetProperty("items")
            .EnumerateArray()
            .Select(p => p.GetProperty("number").GetString())
            .First()
            .ShouldBe("1", "what ends first of all in force");
        (await http.GetJson(Partnerships))
            .GetProperty("items")[4]
            .GetProperty("number")
            .GetString()
            .ShouldBe("3", "what has ended comes last");
        (await Total(http, "?search=УЧИТЕЛЯ молодого")).ShouldBe(1);
        (await Total(http, $"?organisation={institute.Id}")).ShouldBe(1);
        (await Total(http, $"?school={leader.Id}")).ShouldBe(4);
        (await Total(http, $"?municipality={leader.MunicipalityCode}")).ShouldBe(4);
        var file = await http.GetAsync($"{Partnerships}/file?state=Expired", TestContext.Current.CancellationToken);
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldStartWith("Партнёрские договоры");
        var network = await http.GetJson($"{Partnerships}/network");
        network
            .GetProperty("links")
            .EnumerateArray()
            .Select(l => l.GetProperty("partner").GetProperty("name").GetString())
            .ShouldBe(["ИРО", "Лицей № 1"]);
    }

    [Fact]
    public async Task Tells_which_schools_of_the_list_lack_partners_by_the_norm_of_their_programme()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (two, inside, none) = (await given.School(here, "А"), await given.School(here, "Б"), await given.School(here, "В"));
        var (leader, far) = (await given.School(here, "Лицей"), await given.School(there, "Гимназия"));
        var cohort = await given.Cohort(
            "2020",
            (two, SupportCategory.LowResults),
            (inside, SupportCategory.LowResults),
            (none, SupportCategory.Both)
        );
        await given.Save(
            GivenPartnerships.Agreement(two, leader, f => f with { Number = "1" }),
            GivenPartnerships.Agreement(two, far, f => f with { Number = "2" }),
            GivenPartnerships.Agreement(inside, leader, f => f with { Number = "1" }),
            GivenPartnerships.Agreement(inside, leader, f => f with { Number = "2" })
        );
        using var http = await given.Operator();
        (await http.GetJson($"{Partnerships}/gaps")).GetProperty("lacking").GetInt32().ShouldBe(1);
        await http.PutJson($"/api/v1/cohorts/{cohort.Id}/partnership-norm", new { least = 1, leastOutside = 2 }, version: 1)
            .AssertProblem(409, "more-outside-than-all");
        await http.PutJson($"/api/v1/cohorts/{cohort.Id}/partnership-norm", new { least = 2, leastOutside = 1 }, version: 1).Json();
        var gaps = await http.GetJson($"{Partnerships}/gaps?lacking=true&sort=name");
        (gaps.GetProperty("lacking").GetInt32(), gaps.GetProperty("schools").GetInt32()).ShouldBe((2, 3));
        gaps.GetProperty("items")
            .EnumerateArray()
            .Select(g => $"{g.GetProperty("schoolName").GetString()} {g.GetProperty("inForce")} {g.GetProperty("outside")}")
            .ShouldBe(["Б 2 0", "В 0 0"]);
        using var coordinator = await given.Coordinator(there);
        (await coordinator.GetJson($"{Partnerships}/gaps?cohort={cohort.Id}")).GetProperty("schools").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Who_helps_is_found_from_anywhere_in_the_region_with_the_room_that_is_left()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, near, far) = (await given.School(here, "А"), await given.School(here, "Лицей"), await given.School(there, "Гимназия"));
        var helped = await given.School(there, "СОШ № 5");
        using var http = await given.Operator();
        foreach (var (leader, capacity) in new[] { (near, 2), (far, 1) })
            await http.PostJson(Partners, new { schoolId = leader.Id, gives = new { subjects = new[] { "russian" }, capacity } })
                .Json(HttpStatusCode.Created);
        await http.PostJson(Partners, new { schoolId = near.Id, gives = new { subjects = Array.Empty<string>() } })
            .AssertProblem(409, "duplicate");
        await given.Save(GivenPartnerships.Agreement(helped, far));

        using var own = await given.SchoolPerson(school);
        var found = (await own.GetJson($"{Partners}?near={school.Id}&subject=russian")).GetProperty("items");
        found
            .EnumerateArray()
            .Select(p => $"{p.GetProperty("schoolName").GetString()} {p.GetProperty("free")}")
            .ShouldBe(["Лицей 2", "Гимназия 0"]);
        (await own.GetJson($"{Partners}?free=true")).GetProperty("items").GetArrayLength().ShouldBe(1);
        var made = await own.PostJson(Partnerships, Body(school, far, "5")).Json(HttpStatusCode.Created);
        made.GetProperty("parties")[1].GetProperty("name").GetString().ShouldBe("Гимназия");
        await own.PostJson(Partnerships, Body(school, helped, "6")).AssertProblem(404, "not-found");
        var partner = found[0];
        var address = $"{Partners}/{partner.GetProperty("id").GetString()}";
        await own.Send(HttpMethod.Delete, address, null, version: 1).AssertProblem(404, "not-found");
        await http.PutJson(address, new { subjects = new[] { "astrology" } }, version: 1).AssertProblem(400, "validation");
        await http.Send(HttpMethod.Delete, address, null, version: 1).Answers(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_works_no_more_joins_no_new_agreement_and_is_not_offered()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, leader) = (await given.School(place), await given.School(place, "Лицей № 1"));
        var institute = await Institute(given);
        await given.Save(new Partner(leader, new PartnerFacts(3, [], null)), GivenPartnerships.Agreement(school, leader));
        using var http = await given.Operator();
        var kept = (await http.GetJson(Partnerships)).GetProperty("items")[0].GetProperty("id").GetString();
        leader.Close(Today, Today);
        institute.Close(Today);
        await given.InRegion(async db =>
        {
            db.UpdateRange(leader, institute);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var problem = await http.PostJson(Partnerships, Body(school, leader, "5")).AssertProblem(409, "side-closed");
        problem.GetProperty("detail").GetString()!.ShouldContain("Лицей № 1");
        await http.PostJson(Partnerships, Body(school, institute, "5")).AssertProblem(409, "side-closed");
        (await http.GetJson(Partners)).GetProperty("items").GetArrayLength().ShouldBe(0);
        // Those who are a side already stay one.
        await http.PutJson($"{Partnerships}/{kept}", Body(school, leader, "7"), version: 1).Json();
    }

    private static async Task<Organisation> Institute(Given given)
    {
        var institute = new Organisation(
            given.RegionCode,
            null,
            new OrganisationFacts("Институт развития образования", "ИРО", OrganisationKind.Institute, [], null, null)
        );
        await given.Save(institute);
        return institute;
    }

    private static object Body(School school, Organisation partner, string? number = "12/2020", DateOnly? ends = null) =>
        Body(school, new { organisationId = partner.Id }, number, ends);

    private static object Body(School school, School partner, string? number) => Body(school, new { schoolId = partner.Id }, number, null);

    private static object Body(School school, object partner, string? number, DateOnly? ends) =>
        new
        {
            subject = "Сопровождение учителей математики",
            supported = new[] { school.Id },
            partners = new[] { partner },
            number,
            signedOn = number is null ? null : "2020-04-20",
            endsOn = ends,
        };

    private static string Address(JsonElement made) => $"{Partnerships}/{made.GetProperty("id").GetString()}";

    private static async Task<int> Total(HttpClient http, string query) =>
        (await http.GetJson(Partnerships + query)).GetProperty("total").GetInt32();
}
