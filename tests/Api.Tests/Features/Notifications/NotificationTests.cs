using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Notifications;

public sealed class NotificationTests(ApiFactory api)
{
    [Fact]
    public async Task Both_coordinators_and_the_school_are_told_of_a_move_and_who_moved_it_is_not()
    {
        var given = await Given.Region(api);
        var (own, other, third) = (
            await given.Municipality(),
            await given.Municipality("Агрызский район"),
            await given.Municipality("Тукай")
        );
        var school = await given.School(own);
        using var operating = await given.Operator();
        using var from = await given.Coordinator(own);
        using var to = await given.Coordinator(other);
        using var aside = await given.Coordinator(third);
        using var people = await given.SchoolPerson(school);

        await operating.PostJson($"/api/v1/schools/{school.Id}/move", Moved(other), 1).Json();

        var told = (await from.GetJson("/api/v1/notifications")).GetProperty("items")[0];
        told.GetProperty("kind").GetString().ShouldBe("SchoolMoved");
        told.GetProperty("school").GetProperty("name").GetString().ShouldBe(school.Name);
        told.GetProperty("school").GetProperty("reachable").GetBoolean().ShouldBeFalse();
        (await to.GetJson("/api/v1/notifications"))
            .GetProperty("items")[0]
            .GetProperty("school")
            .GetProperty("reachable")
            .GetBoolean()
            .ShouldBeTrue();
        (await Unread(people)).ShouldBe(1);
        (await Unread(operating)).ShouldBe(0);
        (await Unread(aside)).ShouldBe(0);
    }

    [Fact]
    public async Task A_closing_that_fails_tells_nobody()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var operating = await given.Operator();
        using var coordinator = await given.Coordinator(place);
        var address = $"/api/v1/schools/{school.Id}/close";

        await operating.PostJson(address, Closed("2999-01-01"), 1).AssertProblem(409, "date-in-future");
        (await Unread(coordinator)).ShouldBe(0);
        await operating.PostJson(address, Closed("2020-06-01"), 1).Json();
        (await Unread(coordinator)).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_tells_the_people_of_its_schools_once_until_they_have_read_it()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (first, second) = (await given.School(place), await given.School(place, "СОШ № 8"));
        var cohort = await given.Cohort("2020");
        using var operating = await given.Operator();
        using var coordinator = await given.Coordinator(place);
        using var aside = await given.Coordinator(other);
        using var people = await given.SchoolPerson(second);

        await operating.PostJson($"/api/v1/cohorts/{cohort.Id}/members", Member(first), 1).Json();
        await operating.PostJson($"/api/v1/cohorts/{cohort.Id}/members", Member(second), 2).Json();

        var told = (await coordinator.GetJson("/api/v1/notifications")).GetProperty("items");
        told.GetArrayLength().ShouldBe(1);
        told[0].GetProperty("cohort").GetProperty("schools").GetInt32().ShouldBe(2);
        (await people.GetJson("/api/v1/notifications"))
            .GetProperty("items")[0]
            .GetProperty("cohort")
            .GetProperty("schools")
            .GetInt32()
            .ShouldBe(1);
        (await Unread(aside)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_asked_for_an_import_is_told_of_its_end()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        using var neighbour = await given.Operator();
        var table = $"ОКТМО;Название\n{Given.NewCode()[1..]};Елабужский район\n";

        await http.Import("municipalities", table, "&dryRun=true");
        (await Unread(http)).ShouldBe(0);
        var good = await http.Import("municipalities", table);
        good.State().ShouldBe("succeeded");
        await http.Import("schools", "Ничего\nпонятного\n");

        var told = (await http.GetJson("/api/v1/notifications?sort=at")).GetProperty("items");
        told.EnumerateArray().Select(n => n.GetProperty("kind").GetString()).ShouldBe(["ImportFinished", "ImportFailed"]);
        told[0].GetProperty("import").GetProperty("created").GetInt32().ShouldBe(1);
        (await Unread(neighbour)).ShouldBe(0);
    }

    [Fact]
    public async Task Taking_note_is_ones_own_and_the_count_is_304_while_it_stays()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var operating = await given.Operator();
        using var coordinator = await given.Coordinator(place);
        using var neighbour = await given.Coordinator(place);
        foreach (var name in new[] { "СОШ № 1", "СОШ № 2", "СОШ № 3" })
            await operating.PostJson($"/api/v1/schools/{(await given.School(place, name)).Id}/close", Closed("2020-06-01"), 1).Json();

        (await Conditional(coordinator, 3)).ShouldBe(HttpStatusCode.NotModified);
        var items = (await coordinator.GetJson("/api/v1/notifications")).GetProperty("items");
        var address = $"/api/v1/notifications/{items[0].GetProperty("id").GetGuid()}/read";
        await neighbour.Send(HttpMethod.Post, address, null, null).AssertProblem(404, "not-found");
        await coordinator.Send(HttpMethod.Post, address, null, null).Answers(HttpStatusCode.NoContent);

        (await Conditional(coordinator, 3)).ShouldBe(HttpStatusCode.OK);
        (await Total(coordinator, "unread=true"), await Total(coordinator, "unread=false")).ShouldBe((2, 1));
        await coordinator.Send(HttpMethod.Post, "/api/v1/notifications/read-all", null, null).Answers(HttpStatusCode.NoContent);
        (await Unread(coordinator)).ShouldBe(0);
        (await Unread(neighbour)).ShouldBe(3);
    }

    private static object Moved(Municipality to) =>
        new
        {
            municipalityCode = to.Code,
            movedOn = "2020-01-09",
            reason = "Изменение границ",
        };

    private static object Closed(string on) => new { closedOn = on, reason = "Приказ" };

    private static object Member(School school) =>
        new
        {
            schoolId = school.Id,
            category = "LowResults",
            enteredOn = "2020-02-03",
        };

    private static async Task<int> Unread(HttpClient http) =>
        (await http.GetJson("/api/v1/notifications/count")).GetProperty("unread").GetInt32();

    private static async Task<int> Total(HttpClient http, string query) =>
        (await http.GetJson("/api/v1/notifications?" + query)).GetProperty("total").GetInt32();

    private static async Task<HttpStatusCode> Conditional(HttpClient http, int known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notifications/count");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{known}\"");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
