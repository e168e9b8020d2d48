using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class IndicatorPeriodTests(ApiFactory api)
{
    [Fact]
    public async Task A_period_is_opened_dated_closed_and_opened_again()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var body = new
        {
            setId = c.Set.Id,
            period = "2021",
            dueOn = "2022-01-20",
        };
        var period = await http.PostJson("/api/v1/indicator-periods", body).Json(System.Net.HttpStatusCode.Created);
        await http.PostJson("/api/v1/indicator-periods", body).AssertProblem(409, "duplicate");
        var at = $"/api/v1/indicator-periods/{period.GetProperty("id").GetString()}";
        var dated = await http.PutJson(at, new { dueOn = "2022-02-01" }, 1).Json();
        dated.GetProperty("dueOn").GetString().ShouldBe("2022-02-01");
        await http.Send(HttpMethod.Post, at + "/close", null, 1).AssertProblem(412, "version-mismatch");
        var closed = await http.Send(HttpMethod.Post, at + "/close", null, 2).Json();
        closed.GetProperty("closedAt").GetString().ShouldNotBeNull();
        await http.Send(HttpMethod.Post, at + "/close", null, 3).AssertProblem(409, "period-closed");

        (await c.PutOne(http, c.Cell(Typed("1/2"), period: "2021"))).Faults().ShouldBe(["period-closed"]);
        (await http.Send(HttpMethod.Post, at + "/reopen", null, 3).Json()).GetProperty("version").GetInt32().ShouldBe(4);
        (await c.PutOne(http, c.Cell(Typed("1/2"), period: "2021"))).Outcome().ShouldBe("Saved");

        var listed = await http.GetJson($"/api/v1/indicator-periods?set={c.Set.Id}");
        listed.EnumerateArray().Select(p => p.GetProperty("period").GetString()).ShouldBe(["2019", "2020", "2021"]);
        var changes = await http.GetJson($"/api/v1/changes?pageSize=50");
        changes.ToString().ShouldContain("reopened");
    }

    [Fact]
    public async Task Periods_of_another_region_are_unknown_and_others_may_not_open_any()
    {
        var c = await GridCase.Make(api);
        using var stranger = await (await Given.Region(api)).Operator();
        await stranger.GetAsync($"/api/v1/indicator-periods?set={c.Set.Id}", Cancel).AssertProblem(404, "not-found");
        await stranger.PostJson("/api/v1/indicator-periods", new { setId = c.Set.Id, period = "2021" }).AssertProblem(404, "not-found");
        using var coordinator = await c.Given.Coordinator(c.Place);
        await coordinator.PostJson("/api/v1/indicator-periods", new { setId = c.Set.Id, period = "2021" }).AssertProblem(403, "forbidden");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
