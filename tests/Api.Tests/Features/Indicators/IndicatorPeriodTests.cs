using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
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

    [Fact]
    public async Task Nothing_is_written_into_a_period_after_its_closing_was_answered()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var listed = await http.GetJson($"/api/v1/indicator-periods?set={c.Set.Id}");
        var period = listed.EnumerateArray().Single(p => p.GetProperty("period").GetString() == "2020").GetProperty("id").GetString();
        // A row that nobody sees yet holds up whoever writes the same cell, after having looked whether the period is open.
        var (stands, mayGo) = (new TaskCompletionSource(), new TaskCompletionSource());
        var inTheWay = c.Given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(Cancel);
            var record = new ValueRecord(Measure.Share(1, 3), ValueOrigin.Entered, DateTime.UnixEpoch, null);
            db.Add(new IndicatorValue(c.School, c.Share.Id, Period.CalendarYear(2020), Breakdown.Whole, record));
            await db.SaveChangesAsync(Cancel);
            stands.SetResult();
            await mayGo.Task;
        });
        await stands.Task;

        var saving = c.PutOne(http, c.Cell(Typed("1/2")));
        await http.Meanwhile(c.Grid, saving);
        var closing = http.Send(HttpMethod.Post, $"/api/v1/indicator-periods/{period}/close", null, 1);
        await http.Meanwhile(c.Grid, closing);
        var wasClosed = closing.IsCompleted;
        mayGo.SetResult();
        await inTheWay;
        (await closing).EnsureSuccessStatusCode();
        var saved = await saving;
        if (wasClosed)
            saved.Outcome().ShouldBe("Locked");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
