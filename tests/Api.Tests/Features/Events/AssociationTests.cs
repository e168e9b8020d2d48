using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using static Opora.Api.Tests.Features.Events.EventCalls;

namespace Opora.Api.Tests.Features.Events;

public sealed class AssociationTests(ApiFactory api)
{
    private const string Coverage = "/api/v1/association-coverage";

    /// <summary>Nazarovo: 24 of 25 teachers of supported schools by the municipality's associations, 4 of 25 by those of the network.</summary>
    [Fact]
    public async Task Shares_are_exact_by_level_school_and_municipality_and_name_their_denominator()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality("город Назарово"), await given.Municipality("Агрызский район"));
        var (school, second, strong) = (await given.School(own), await given.School(own, "СОШ № 5"), await given.School(other, "Лицей"));
        await given.Cohort("2021", (school, SupportCategory.LowResults), (second, SupportCategory.AdverseConditions));
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 15);
        var others = await given.Teachers(second, 10, "Примерова");
        var elsewhere = await given.Teachers(strong, 3, "Далёкая");
        var municipal = await http.Found("Municipal", own);
        var network = await http.Found("Network", own);
        await http.Join(municipal, [.. teachers, .. others[..9]]).Json();
        await http.Join(network, [.. teachers[..4], .. elsewhere]).Json();
        // Two meetings: whoever comes to both counts once; those without a name are in no share.
        var first = await http.Met(municipal, "2021-02-10");
        await http.Record(first, Row(school, 3, teachers), Row(second, 0, others[..8])).Json();
        var next = await http.Met(municipal, "2021-04-10");
        await http.Record(next, Row(school, 0, teachers[..5]), Row(second, 7, others[..9])).Json();
        var wide = await http.Met(network, "2021-05-10");
        await http.Record(wide, Row(school, 0, teachers[..4]), Row(strong, 0, elsewhere)).Json();
        // A meeting of another year.
        var past = await http.Met(municipal, "2020-12-10");
        await http.Record(past, Row(school, 1)).Json();

        const string Year = "from=2021-01-01&until=2021-12-31&supported=true";
        Share(await http.GetJson($"{Coverage}?{Year}&level=Municipal")).ShouldBe("24 24 25");
        Share(await http.GetJson($"{Coverage}?{Year}&level=Network&level=Regional")).ShouldBe("4 4 25");
        Share(await http.GetJson($"{Coverage}?{Year}&level=School")).ShouldBe("0 0 25");
        Share(await http.GetJson($"{Coverage}?{Year}")).ShouldBe("24 24 25");
        Told(await http.GetJson($"{Coverage}?{Year}&by=School&level=Municipal")).ShouldBe(["СОШ № 5 9/10", $"{school.Name} 15/15"]);
        Told(await http.GetJson($"{Coverage}?from=2021-01-01&until=2021-12-31&level=Network"))
            .ShouldBe(["город Назарово 4/25", "Агрызский район 3/3"]);
        Share(await http.GetJson($"{Coverage}?from=2020-01-01&until=2020-12-31&level=Municipal")).ShouldBe("0 0 28");
        Share(await http.GetJson($"{Coverage}?{Year}&school={second.Id}&level=Municipal")).ShouldBe("9 9 10");
        (await http.Workbook($"{Coverage}/file?{Year}&level=Municipal")).ShouldContain("<v>96</v>");

        // One who came instead of another: the counts of the meeting stay, whom it reached does not, and nothing old is told.
        await http.Join(network, teachers[5..6]).Json();
        var again = await http.Met(network, "2021-06-10");
        await http.Record(again, Row(school, 0, teachers[..1])).Json();
        Share(await http.GetJson($"{Coverage}?{Year}&level=Network")).ShouldBe("4 5 25");
        await http.Record(again, Row(school, 0, teachers[5..6], 1)).Json();
        Share(await http.GetJson($"{Coverage}?{Year}&level=Network")).ShouldBe("5 5 25");

        using var coordinator = await given.Coordinator(other);
        Share(await coordinator.GetJson($"{Coverage}?from=2021-01-01&until=2021-12-31&level=Network")).ShouldBe("3 3 3");
    }

    [Fact]
    public async Task Members_are_written_by_their_own_and_seen_by_nobody_else()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 9"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        using var observer = await given.Observer();
        var (teachers, others) = (await given.Teachers(school, 2, "Своя"), await given.Teachers(foreign, 2, "Чужая"));
        var regional = await theOperator.Found("Regional");
        (await theOperator.Join(regional, others).Json()).Int("added").ShouldBe(2);
        await ofSchool.Join(regional, others).AssertProblem(404, "not-found");
        (await ofSchool.Join(regional, teachers).Json()).Int("added").ShouldBe(2);
        (await coordinator.Join(regional, teachers).Json()).Int("already").ShouldBe(2);

        foreach (var http in new[] { coordinator, ofSchool, observer })
        {
            var card = await http.GetJson($"{AssociationRoot}/{regional}");
            (card.Int("members"), card.Int("ownMembers")).ShouldBe((4, http == observer ? 4 : 2));
            card.GetProperty("editable").GetBoolean().ShouldBeFalse();
            var members = await http.GetJson($"{AssociationRoot}/{regional}/members");
            members.Int("total").ShouldBe(http == observer ? 4 : 2);
            members.ToString().ShouldNotContain("Чужая");
            if (http == observer)
                members.ToString().ShouldNotContain("Своя");
            (await http.Workbook($"{AssociationRoot}/file")).ShouldNotContain("Чужая");
        }
        (await observer.GetJson($"{AssociationRoot}/{regional}/members?search=Своя")).Int("total").ShouldBe(0);

        var row = (await ofSchool.GetJson($"{AssociationRoot}/{regional}/members?search=Своя")).Rows()[0];
        var foreignRow = (await theOperator.GetJson($"{AssociationRoot}/{regional}/members?search=Чужая")).Rows()[0];
        await End(ofSchool, foreignRow).AssertProblem(404, "not-found");
        await End(ofSchool, row, "2020-01-01").AssertProblem(409, "left-before-entry");
        await End(ofSchool, row).Answers(HttpStatusCode.NoContent);
        await End(ofSchool, row).AssertProblem(412, "version-mismatch");
        (await coordinator.GetJson($"{AssociationRoot}/{regional}")).Int("members").ShouldBe(3);
        await ofSchool.Join(regional, teachers[..1], "2021-08-01").AssertProblem(409, "member-then");

        Task<HttpResponseMessage> End(HttpClient http, JsonElement member, string untilOn = "2021-09-01") =>
            http.PostJson(
                $"{AssociationRoot}/{regional}/members/end",
                new { rows = new[] { new { id = member.Id(), version = member.Int("version") } }, untilOn }
            );
    }

    [Fact]
    public async Task Only_members_come_to_a_meeting_and_strangers_may_become_such()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Coordinator(place);
        var teachers = await given.Teachers(school, 3);
        var association = await http.Found("Municipal", place);
        await http.Join(association, teachers[..1]).Json();
        await http.Join(association, teachers[1..2], "2021-08-26").Json();
        var met = await http.Met(association);
        // The second joined the day after.
        var problem = await http.Record(met, Row(school, 0, teachers)).AssertProblem(409, "not-members");
        problem.GetProperty("detail").GetString()!.ShouldContain(teachers[1].Name!);
        (await http.GetJson($"{EventRoot}/{met}")).GetProperty("total").Counts().ShouldBe("0+0/0");
        await http.PostJson(
                $"{EventRoot}/{met}/turnout",
                new { rows = new[] { Row(school, 1, [teachers[0], teachers[2]]) }, membersToo = true }
            )
            .Json();
        (await http.GetJson($"{AssociationRoot}/{association}")).Int("members").ShouldBe(3);
        var members = (await http.GetJson($"{AssociationRoot}/{association}/members")).Rows();
        members.Select(m => m.Int("meetingsAttended")).ShouldBe([1, 0, 1]);
        (await http.GetJson(EventRoot)).Int("total").ShouldBe(0);
        (await http.GetJson($"{EventRoot}?association={association}")).Int("total").ShouldBe(1);
    }

    [Fact]
    public async Task An_association_stands_where_its_level_says_and_a_closed_one_meets_no_more()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var coordinator = await given.Coordinator(place);
        using var ofSchool = await given.SchoolPerson(school);
        using var next = await given.SchoolPerson(other);
        await coordinator.PostJson(AssociationRoot, Body("Regional", place.Code)).AssertProblem(409, "level-of-place");
        await ofSchool.PostJson(AssociationRoot, Body("Municipal", null)).AssertProblem(409, "level-of-place");
        await coordinator
            .PostJson(
                AssociationRoot,
                new
                {
                    facts = new
                    {
                        name = "РМО",
                        level = "Municipal",
                        leaderId = Guid.NewGuid(),
                    },
                    municipalityCode = place.Code,
                }
            )
            .AssertProblem(404, "not-found");
        var own = (await ofSchool.PostJson(AssociationRoot, Body("School", null)).Json(HttpStatusCode.Created)).Id();
        await next.GetAsync($"{AssociationRoot}/{own}", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        var strangers = await given.Teachers(other, 1, "Примерова");
        await coordinator.Join(own, strangers).AssertProblem(409, "member-of-others");
        await ofSchool.PostJson($"{AssociationRoot}/{own}/close", new { }, 1).Json();
        await ofSchool
            .PostJson(EventRoot, new { facts = Facts(kind: "AssociationMeeting"), associationId = own })
            .AssertProblem(409, "association-closed");

        static object Body(string level, string? municipalityCode) => new { facts = new { name = "Объединение", level }, municipalityCode };
    }

    private static string Share(JsonElement c) => $"{c.Int("reached")} {c.Int("members")} {c.Int("staff")}";

    private static List<string> Told(JsonElement c) =>
        [.. c.Rows("rows").Select(r => $"{r.GetProperty("name").GetString()} {r.Int("reached")}/{r.Int("staff")}")];
}
