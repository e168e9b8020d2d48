using System.Net;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Support;
using static Opora.Api.Tests.Features.Events.EventCalls;

namespace Opora.Api.Tests.Features.Events;

public sealed class CalendarTests(ApiFactory api)
{
    private const string Calendar = "/api/v1/calendar";
    private static readonly DateOnly Day = new(2021, 9, 1);

    [Fact]
    public async Task Holds_what_concerns_the_callers_places_and_names_nobody()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, second, foreign) = (await given.School(own), await given.School(own, "СОШ № 5"), await given.School(other, "СОШ № 9"));
        using var theOperator = await given.Operator();
        using var ofSchool = await given.SchoolPerson(school);
        await theOperator.Held(own, Facts("Семинар своих"));
        await theOperator.Held(other, Facts("Семинар соседей"));
        await theOperator.Met(await theOperator.Found("Regional"));
        await theOperator
            .PostJson(EventRoot, new { facts = Facts("Чужой педсовет", level: "School"), schoolId = foreign.Id })
            .Json(HttpStatusCode.Created);
        await theOperator.Open(await theOperator.Offer("Курс чтения"), 10);
        await given.Save(
            new SupportVisit(school, new VisitFacts(Day, null, "Урок Тайной Анны Ивановны", 1, 1, null), Day),
            new SupportVisit(foreign, new VisitFacts(Day, null, "Десант", 1, 1, null), Day)
        );

        var month = await ofSchool.GetJson($"{Calendar}?from=2021-08-01&to=2021-09-30");
        month
            .Rows()
            .Select(i => $"{i.GetProperty("kind").GetString()} {i.GetProperty("title").GetString()}")
            .ShouldBe([
                "CourseRun Курс чтения",
                "AssociationMeeting Заседание",
                "Event Семинар своих",
                "Event Семинар соседей",
                "SupportVisit Выезд методической помощи",
            ]);
        month.ToString().ShouldNotContain("Тайной");
        month.GetProperty("today").GetString().ShouldBe("2021-09-01");
        (await theOperator.GetJson($"{Calendar}?from=2021-08-01&to=2021-09-30")).Rows().Length.ShouldBe(7);
        (await theOperator.GetJson($"{Calendar}?from=2021-08-01&to=2021-09-30&municipality={own.Code}")).Rows().Length.ShouldBe(4);
        (await theOperator.GetJson($"{Calendar}?from=2021-08-01&to=2021-09-30&school={second.Id}")).Rows().Length.ShouldBe(3);
        (await theOperator.GetJson($"{Calendar}?from=2021-08-01&to=2021-09-30&kinds=SupportVisit&kinds=CourseRun"))
            .Rows()
            .Length.ShouldBe(3);
        (await theOperator.GetJson($"{Calendar}?from=2021-08-27&to=2021-08-31")).Rows().Length.ShouldBe(1);
        await theOperator.GetAsync($"{Calendar}?from=2021-01-01&to=2022-02-05", Cancel).AssertProblem(400, "validation");
        await theOperator.GetAsync($"{Calendar}?from=2021-02-01&to=2021-01-01", Cancel).AssertProblem(400, "validation");
        await theOperator.GetAsync($"{Calendar}?to=0001-01-01", Cancel).AssertProblem(400, "validation");
    }

    [Fact]
    public async Task A_secret_address_answers_by_the_rights_of_the_moment_until_it_is_taken_back()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        var foreign = await given.School(other, "СОШ № 9");
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var anybody = api.CreateClient();
        var held = await coordinator.Held(own, Facts("Семинар, «чтение»", startsAt: "10:00:00", endsAt: "12:30:00"));
        await theOperator
            .PostJson(EventRoot, new { facts = Facts("Чужой педсовет", level: "School"), schoolId = foreign.Id })
            .Json(HttpStatusCode.Created);
        var planned = (
            await coordinator
                .PostJson(EventRoot, new { facts = Facts("Отменяемое", startsOn: "2021-10-01", endsOn: "2021-10-02") })
                .Json(HttpStatusCode.Created)
        ).Id();
        await coordinator.PostJson($"{EventRoot}/{planned}/state", new { state = "Cancelled", reason = "Карантин" }, 1).Json();

        (await coordinator.GetJson($"{Calendar}/feed")).GetProperty("createdAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var first = (await coordinator.PostJson($"{Calendar}/feed", new { }).Json()).GetProperty("path").GetString()!;
        using var answer = await anybody.GetAsync(first, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        text.ShouldContain($"UID:event-{held}@opora\r\n");
        text.ShouldContain("DTSTART:20210825T070000Z\r\nDTEND:20210825T093000Z\r\n");
        text.ShouldContain("SUMMARY:Семинар\\, «чтение»\r\n");
        text.ShouldContain("DTSTART;VALUE=DATE:20211001\r\nDTEND;VALUE=DATE:20211003\r\n");
        text.ShouldContain("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nSEQUENCE:1\r\n");
        text.ShouldNotContain("Чужой");
        using var again = new HttpRequestMessage(HttpMethod.Get, first);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await anybody.SendAsync(again, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await coordinator.GetJson($"{Calendar}/feed")).GetProperty("lastUsedAt").GetString().ShouldNotBeNull();
        await given.InRegion(async db => (await db.CalendarFeeds.AllAsync(f => f.Hash.Length == 32, Cancel)).ShouldBeTrue());

        // Another takes its place.
        var second = (await coordinator.PostJson($"{Calendar}/feed", new { }).Json()).GetProperty("path").GetString()!;
        await anybody.GetAsync(first, Cancel).AssertProblem(404, "not-found");
        (await anybody.GetAsync(second, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await coordinator.Send(HttpMethod.Delete, $"{Calendar}/feed", null, null).Answers(HttpStatusCode.NoContent);
        await anybody.GetAsync(second, Cancel).AssertProblem(404, "not-found");
        await given.InRegion(async db =>
            (await db.ChangeEntries.CountAsync(c => c.RegionCode == given.RegionCode && c.Action.StartsWith("feed-"), Cancel)).ShouldBe(3)
        );
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("ended")]
    [InlineData("blocked")]
    public async Task A_secret_address_of_somebody_who_may_no_more_is_unknown(string how)
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var person = await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, place));
        using var http = await Given.SignedIn(api, person.UserName!);
        var path = (await http.PostJson($"{Calendar}/feed", new { }).Json()).GetProperty("path").GetString()!;
        using var anybody = api.CreateClient();
        (await anybody.GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await given.InRegion(async db =>
        {
            var grant = await db.Grants.SingleAsync(g => g.HolderId == person.Id, Cancel);
            var known = await db.Users.SingleAsync(u => u.Id == person.Id, Cancel);
            if (how == "revoked")
                db.Entry(grant).Property(g => g.RevokedAt).CurrentValue = DateTime.UnixEpoch;
            else if (how == "ended")
                db.Entry(grant).Property(g => g.ToOn).CurrentValue = Day.AddDays(-1);
            else
                db.Entry(known).Property(u => u.BlockedAt).CurrentValue = DateTime.UnixEpoch;
            await db.SaveChangesAsync(Cancel);
        });
        await anybody.GetAsync(path, Cancel).AssertProblem(404, "not-found");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
