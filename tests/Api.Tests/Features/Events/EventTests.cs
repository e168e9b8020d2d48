using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain.Training;
using static Opora.Api.Tests.Features.Events.EventCalls;

namespace Opora.Api.Tests.Features.Events;

public sealed class EventTests(ApiFactory api)
{
    [Fact]
    public async Task People_known_by_name_count_once_over_events_and_bare_numbers_add_up()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, second, foreign) = (await given.School(own), await given.School(own, "СОШ № 5"), await given.School(other, "СОШ № 9"));
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 3);
        var others = await given.Teachers(foreign, 2, "Примерова");
        var first = await http.Held(own);
        var card = await http.Record(first, Row(school, 2, teachers[..2]), Row(foreign, 4, others)).Json();
        card.GetProperty("total").Counts().ShouldBe("4+6/2");
        var next = await http.Held(own, Facts("Вебинар", "Webinar", "Regional", "2021-06-01"));
        await http.Record(next, Row(school, 1, teachers), Row(second, 5)).Json();

        var reach = await http.GetJson($"{EventRoot}/reach?from=2021-01-01&to=2021-12-31");
        (reach.Int("events"), reach.Int("people"), reach.Int("unnamed")).ShouldBe((2, 5, 12));
        reach.Rows("rows").Select(Told).ShouldBe([$"{own.Name} 2 3 8", "Агрызский район 1 2 4"]);
        (await http.GetJson($"{EventRoot}/reach?by=School&municipality={own.Code}"))
            .Rows("rows")
            .Select(Told)
            .ShouldBe([$"{school.Name} 2 3 3", "СОШ № 5 1 0 5"], ignoreOrder: true);
        (await http.GetJson($"{EventRoot}/reach?by=Kind"))
            .Rows("rows")
            .Select(Told)
            .ShouldBe(["Webinar 1 3 6", "Seminar 1 4 6"], ignoreOrder: true);
        (await http.GetJson($"{EventRoot}/reach?from=2021-07-01&to=2021-12-31&school={school.Id}")).Int("people").ShouldBe(2);

        // What is said anew takes the place of what was; a school with nobody left is no school of the event.
        var row = card.Rows("turnouts").Single(t => t.GetProperty("school").Id() == school.Id);
        card = await http.Record(first, Row(school, 0, teachers[2..], row.Int("version"))).Json();
        card.GetProperty("total").Counts().ShouldBe("3+4/2");
        card = await http.Record(first, Row(school, 0, [], row.Int("version") + 1)).Json();
        card.GetProperty("total").Counts().ShouldBe("2+4/1");
        await http.Record(first, Row(foreign, 1, [], 7)).AssertProblem(412, "version-mismatch");

        static string Told(System.Text.Json.JsonElement r) =>
            $"{r.GetProperty("name").GetString()} {r.Int("events")} {r.Int("people")} {r.Int("unnamed")}";
    }

    [Fact]
    public async Task Each_records_own_schools_and_sees_of_others_the_total_only()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 9"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var neighbour = await given.Coordinator(other);
        using var ofSchool = await given.SchoolPerson(school);
        using var observer = await given.Observer();
        var (teachers, others) = (await given.Teachers(school, 1, "Своя"), await given.Teachers(foreign, 2, "Чужая"));
        var held = (
            await theOperator
                .PostJson(
                    EventRoot,
                    new
                    {
                        facts = Facts(level: "Regional"),
                        regionCode = given.RegionCode,
                        held = true,
                    }
                )
                .Json(System.Net.HttpStatusCode.Created)
        ).Id();

        await coordinator.Record(held, Row(foreign, 1)).AssertProblem(404, "not-found");
        await coordinator.Record(held, Row(school, 1, others)).AssertProblem(404, "not-found");
        await ofSchool.Record(held, Row(school, 3, teachers)).Json();
        await neighbour.Record(held, Row(foreign, 0, others)).Json();
        foreach (var http in new[] { coordinator, ofSchool })
        {
            var card = await http.GetJson($"{EventRoot}/{held}");
            card.GetProperty("total").Counts().ShouldBe("3+3/2");
            card.GetProperty("own").Counts().ShouldBe("1+3/1");
            card.GetProperty("editable").GetBoolean().ShouldBeFalse();
            var all = card + (await http.GetJson(EventRoot)).ToString() + await http.GetJson($"{EventRoot}/reach?by=School");
            all.ShouldContain("Своя");
            all.ShouldNotContain("Чужая");
            all.ShouldNotContain("СОШ № 9");
            (await http.Workbook($"{EventRoot}/file")).ShouldNotContain("Чужая");
            (await http.GetJson($"{EventRoot}?teacher={others[0].Id}")).Int("total").ShouldBe(0);
            await http.PostJson($"{EventRoot}/{held}/state", new { state = "Planned" }, 1).AssertProblem(404, "not-found");
        }
        var watched = await observer.GetJson($"{EventRoot}/{held}");
        watched.GetProperty("own").Counts().ShouldBe("3+3/2");
        watched.ToString().ShouldNotContain("Своя");
        (await observer.GetJson($"{EventRoot}?teacher={teachers[0].Id}")).Int("total").ShouldBe(0);
    }

    [Fact]
    public async Task An_event_of_a_school_is_its_own_and_of_who_answers_for_it()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var ofSchool = await given.SchoolPerson(school);
        using var next = await given.SchoolPerson(other);
        using var coordinator = await given.Coordinator(place);
        var held = (
            await ofSchool.PostJson(EventRoot, new { facts = Facts(level: "School"), held = true }).Json(System.Net.HttpStatusCode.Created)
        ).Id();
        (await coordinator.GetJson($"{EventRoot}/{held}")).GetProperty("editable").GetBoolean().ShouldBeTrue();
        (await next.GetJson(EventRoot)).Int("total").ShouldBe(0);
        await next.GetAsync($"{EventRoot}/{held}", Cancel).AssertProblem(404, "not-found");
        await coordinator.Record(held, Row(other, 2)).AssertProblem(409, "school-event-of-others");
        await ofSchool.PostJson(EventRoot, new { facts = Facts() }).AssertProblem(409, "level-of-school");
        await ofSchool.PostJson(EventRoot, new { facts = Facts(), municipalityCode = place.Code }).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Bad_input_is_told_and_nothing_is_kept_of_it()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var http = await given.Coordinator(place);
        var (teachers, others) = (await given.Teachers(school, 2), await given.Teachers(other, 1, "Примерова"));

        await Refused(Facts(startsOn: "2021-08-25", endsOn: "2021-08-24"), 409, "ends-before-start");
        await Refused(Facts(startsAt: "12:00:00", endsAt: "11:00:00"), 409, "ends-before-start");
        await Refused(Facts(endsAt: "11:00:00"), 409, "time-without-start");
        await Refused(Facts(title: " "), 400, "validation");
        await Refused(Facts(startsOn: "0021-08-25"), 400, "validation");
        await Refused(Facts(kind: "AssociationMeeting"), 400, "validation");
        await http.PostJson(
                EventRoot,
                new
                {
                    facts = Facts(startsOn: "2021-10-01"),
                    municipalityCode = place.Code,
                    held = true,
                }
            )
            .AssertProblem(409, "event-ahead");
        var held = await http.Held(place);
        await http.Record(held, Row(school, -1)).AssertProblem(400, "validation");
        await http.Record(held, Row(school, 1), Row(school, 2)).AssertProblem(400, "validation");
        // The second school is wrong: the first is not kept either.
        await http.Record(held, Row(other, 3), Row(school, 1, others)).AssertProblem(409, "teacher-of-another-school");
        await http.Record(held, Row(school, 1, [new Teacher(school, new TeacherFacts("Нет Такой", ["russian"]), Day)]))
            .AssertProblem(404, "not-found");
        (await http.GetJson($"{EventRoot}/{held}")).GetProperty("total").Counts().ShouldBe("0+0/0");
        await http.Record(held, Row(school, 1, teachers)).Json();
        await http.PostJson($"{EventRoot}/{held}/state", new { state = "Planned" }, 1).AssertProblem(409, "event-has-participants");
        await http.Send(HttpMethod.Delete, $"{EventRoot}/{held}", null, 1).AssertProblem(409, "event-has-participants");

        var planned = (
            await http.PostJson(EventRoot, new { facts = Facts(startsOn: "2021-10-01") }).Json(System.Net.HttpStatusCode.Created)
        ).Id();
        await http.Record(planned, Row(school, 1)).AssertProblem(409, "event-not-held");
        await http.PostJson($"{EventRoot}/{planned}/state", new { state = "Cancelled" }, 1).AssertProblem(409, "reason-required");
        await http.PostJson($"{EventRoot}/{planned}/state", new { state = "Cancelled", reason = "Карантин" }, 1).Json();
        (await http.GetJson($"{EventRoot}?state=Cancelled")).Int("total").ShouldBe(1);
        await http.GetAsync($"{EventRoot}?from=2021-02-01&to=2021-01-01", Cancel).AssertProblem(400, "validation");

        Task Refused(object facts, int status, string code) =>
            http.PostJson(EventRoot, new { facts, municipalityCode = place.Code }).AssertProblem(status, code);
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing_and_a_person_counts_once()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var http = await given.Coordinator(place);
        var teachers = await given.Teachers(school, 2);
        await http.PostJson($"/api/v1/teachers/{teachers[0].Id}/posts", new { schoolId = other.Id, fromOn = "2021-01-01" }, 1).Json();
        var held = await http.Held(place);
        await Task.WhenAll(http.Record(held, Row(school, 2, teachers)).Json(), http.Record(held, Row(other, 5)).Json());
        (await http.GetJson($"{EventRoot}/{held}")).GetProperty("total").Counts().ShouldBe("2+7/2");
        await http.Record(held, Row(other, 0, teachers[..1], 1)).AssertProblem(409, "counted-already");
    }

    private static readonly DateOnly Day = new(2021, 9, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
