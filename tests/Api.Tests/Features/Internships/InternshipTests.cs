using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Features.Internships;

/// <summary>Places and interns. The test clock shows September 1st, 2021.</summary>
public sealed class InternshipTests(ApiFactory api)
{
    private const string Sites = "/api/v1/internship-sites";
    private const string Internships = "/api/v1/internships";

    [Fact]
    public async Task A_place_is_never_given_twice_to_those_who_click_at_once()
    {
        var (given, school, host) = await TwoSchools();
        var site = await Site(given, host, capacity: 2);
        var teachers = await Teachers(given, school, 8);
        var callers = await Task.WhenAll(teachers.Select(_ => given.SchoolPerson(school)));
        var answers = await Task.WhenAll(teachers.Select((t, i) => callers[i].PostJson(Internships, Send(site, [t]))));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(2);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(6);
        (await callers[0].GetJson(Internships)).GetProperty("total").GetInt32().ShouldBe(2);
        foreach (var caller in callers)
            caller.Dispose();
    }

    [Fact]
    public async Task Places_are_counted_day_by_day_and_all_are_sent_or_none()
    {
        var (given, school, host) = await TwoSchools();
        var site = await Site(given, host, capacity: 2);
        var teachers = await Teachers(given, school, 4);
        using var http = await given.SchoolPerson(school);
        await http.PostJson(Internships, Send(site, teachers[..1], "2021-09-01", "2021-09-03")).Json();
        await http.PostJson(Internships, Send(site, teachers[1..2], "2021-09-05", "2021-09-07")).Json();
        var sent = await http.PostJson(Internships, Send(site, teachers[2..3], "2021-09-02", "2021-09-06")).Json();
        sent.GetProperty("free").GetInt32().ShouldBe(0);
        var refused = await http.PostJson(Internships, Send(site, teachers[3..], "2021-09-03", "2021-09-04"))
            .AssertProblem(409, "places-short");
        refused.GetProperty("detail").GetString()!.ShouldContain("свободных мест: 0 из 2, а нужно 1");
        await http.PostJson(Internships, Send(site, teachers[3..], "2021-09-04", "2021-09-04")).Json();
        await http.PostJson(Internships, Send(site, teachers[3..], "2021-09-04", "2021-09-09"))
            .AssertProblem(409, "overlapping-internships");

        var id = sent.GetProperty("ids")[0].GetString();
        var called = await http.PutJson($"{Internships}/{id}/result", new { result = "Cancelled", outcome = "Болезнь" }, version: 1).Json();
        called.GetProperty("state").GetString().ShouldBe("Cancelled");
        await http.PostJson(Internships, Send(site, teachers[3..], "2021-09-05", "2021-09-05")).Json();
        await http.Send(HttpMethod.Post, $"{Internships}/{id}/reopen", null, version: 2).AssertProblem(409, "places-short");
    }

    [Fact]
    public async Task Both_sides_see_the_name_and_the_school_that_sends_writes()
    {
        var (given, school, host) = await TwoSchools();
        var site = await Site(given, host);
        var teachers = await Teachers(given, school, 1);
        using var own = await given.SchoolPerson(school);
        using var other = await given.SchoolPerson(host);
        using var third = await given.SchoolPerson(await given.School(await given.Municipality("Менделеевский район"), "СОШ № 9"));
        using var observer = await given.Observer();
        var sent = await own.PostJson(Internships, Send(site, teachers, "2021-08-25", "2021-08-30")).Json();
        var address = $"{Internships}/{sent.GetProperty("ids")[0].GetString()}";
        var due = await other.GetJson(address);
        (due.GetProperty("teacher").GetString(), due.GetProperty("state").GetString()).ShouldBe((teachers[0].Name, "Due"));
        due.GetProperty("editable").GetBoolean().ShouldBeFalse();
        await other.PutJson(address + "/result", new { result = "Completed" }, version: 1).AssertProblem(404, "not-found");
        await third.GetAsync(address, Cancel).AssertProblem(404, "not-found");
        (await third.GetJson(Internships)).GetProperty("total").GetInt32().ShouldBe(0);
        (await third.GetJson($"{Sites}/{site}")).GetProperty("editable").GetBoolean().ShouldBeFalse();
        await third.PostJson(Internships, Send(site, teachers)).AssertProblem(404, "not-found");
        (await observer.GetJson(Internships)).GetRawText().ShouldNotContain("Стажёрова");

        await own.PutJson(address + "/result", new { result = "NotCompleted" }, version: 1).AssertProblem(409, "reason-required");
        (await own.PutJson(address + "/result", new { result = "Completed", outcome = "Освоено" }, version: 1).Json())
            .GetProperty("state")
            .GetString()
            .ShouldBe("Completed");
        await own.PostJson(Internships, Send(site, teachers, "2021-08-10", "2021-08-12")).Json();
        var list = await own.GetJson($"{Internships}?school={school.Id}&as=Sending");
        (list.GetProperty("total").GetInt32(), list.GetProperty("teachers").GetInt32()).ShouldBe((2, 1));
        (await own.GetJson($"{Internships}?state=Due")).GetProperty("total").GetInt32().ShouldBe(1);
        (await own.GetJson($"{Sites}/{site}")).GetProperty("interns").GetInt32().ShouldBe(1);
        using var file = await own.GetAsync($"{Internships}/file", Cancel);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_site_is_written_by_its_host_and_closed_to_new_interns()
    {
        var (given, school, host) = await TwoSchools();
        using var own = await given.SchoolPerson(host);
        using var other = await given.SchoolPerson(school);
        await other.PostJson(Sites, Offer(host)).AssertProblem(404, "not-found");
        var made = await own.PostJson(Sites, Offer(host)).Json(HttpStatusCode.Created);
        var id = made.GetProperty("id").GetGuid();
        var address = $"{Sites}/{id}";
        await other.Send(HttpMethod.Post, address + "/close", null, version: 1).AssertProblem(404, "not-found");
        var teachers = await Teachers(given, host, 1);
        await own.PostJson(Internships, Send(id, teachers)).AssertProblem(409, "own-site");
        await own.PutJson(address, Facts(0), version: 1).AssertProblem(400, "validation");
        (await own.PutJson(address, Facts(7), version: 1).Json()).GetProperty("capacity").GetInt32().ShouldBe(7);
        (await other.GetJson($"{Sites}?subject=russian&closed=false")).GetProperty("total").GetInt32().ShouldBe(1);
        await own.Send(HttpMethod.Post, address + "/close", null, version: 2).Json();
        await other.PostJson(Internships, Send(id, await Teachers(given, school, 1))).AssertProblem(409, "site-closed");
        (await own.Send(HttpMethod.Post, address + "/reopen", null, version: 3).Json())
            .GetProperty("closedOn")
            .ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<(Given Given, School School, School Host)> TwoSchools()
    {
        var given = await Given.Region(api);
        return (
            given,
            await given.School(await given.Municipality(), "СОШ № 5"),
            await given.School(await given.Municipality("Агрызский район"), "Гимназия № 1")
        );
    }

    private static async Task<Guid> Site(Given given, School host, int capacity = 5)
    {
        var site = new InternshipSite(host, null, new InternshipSiteFacts("Смысловое чтение", ["russian"], capacity, null, null));
        await given.Save(site);
        return site.Id;
    }

    private static async Task<List<Teacher>> Teachers(Given given, School school, int count)
    {
        var teachers = Enumerable
            .Range(0, count)
            .Select(i => GivenMentorings.Teacher(school, $"Стажёрова Анна {(char)('А' + i)}"))
            .ToList();
        await given.Save([.. teachers]);
        return teachers;
    }

    private static object Send(Guid site, List<Teacher> teachers, string startsOn = "2021-09-10", string endsOn = "2021-09-14") =>
        new
        {
            siteId = site,
            teacherIds = teachers.Select(t => t.Id),
            days = new
            {
                startsOn,
                endsOn,
                hours = 36,
            },
        };

    private static object Offer(School host) => new { offers = Facts(3), schoolId = host.Id };

    private static object Facts(int capacity) =>
        new
        {
            title = "Смысловое чтение",
            subjects = new[] { "russian" },
            capacity,
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
