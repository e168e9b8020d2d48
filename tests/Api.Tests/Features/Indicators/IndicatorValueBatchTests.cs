using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>What programs send and pull.</summary>
public sealed class IndicatorValueBatchTests(ApiFactory api)
{
    private const string Batches = "/api/v1/indicator-values/batches";
    private const string Values = "/api/v1/indicator-values";

    [Fact]
    public async Task Creates_updates_and_leaves_alone_and_keeps_where_values_come_from()
    {
        var c = await GridCase.Make(api);
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        var first = await Post(machine, Share(c, 12, 43), Share(c, 10, 40, "2019")).Json();
        Counts(first).ShouldBe("2 received: 2 created, 0 updated, 0 unchanged, 0 rejected");
        var second = await Post(machine, Share(c, 13, 43), Share(c, 10, 40, "2019")).Json();
        Counts(second).ShouldBe("2 received: 0 created, 1 updated, 1 unchanged, 0 rejected");
        await c.Given.InRegion(async db =>
        {
            var value = await db.IndicatorValues.SingleAsync(v => v.Period == Period.CalendarYear(2020));
            value.Measure.ShouldBe(Measure.Share(13, 43));
            value.Origin.ShouldBe(ValueOrigin.Imported);
            value.ImportId.ShouldBe(second.GetProperty("importId").GetGuid());
            var same = await db.IndicatorValues.SingleAsync(v => v.Period == Period.CalendarYear(2019));
            same.Version.ShouldBe(1, "unchanged moves no version");
            (await db.IndicatorValueRevisions.CountAsync()).ShouldBe(1);
        });
    }

    [Fact]
    public async Task An_atomic_batch_tells_every_fault_and_applies_nothing()
    {
        var c = await GridCase.Make(api);
        var elsewhere = await c.Given.School(await c.Given.Municipality("Агрызский район"));
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        var problem = await Post(
                machine,
                Share(c, 12, 43),
                Share(c, 44, 43, "2019"),
                new
                {
                    indicatorCode = "yel-01",
                    placeCode = elsewhere.Code,
                    period = "2020",
                    numerator = 1,
                    denominator = 2,
                },
                new
                {
                    indicatorCode = "no-such",
                    placeCode = c.School.Code,
                    period = "2020",
                    numerator = 1,
                    denominator = 2,
                },
                new
                {
                    indicatorCode = "yel-01",
                    placeCode = c.School.Code,
                    period = "2031",
                    percent = 12.5,
                },
                new
                {
                    indicatorCode = "yel-01",
                    placeCode = c.School.Code,
                    period = "2020",
                    value = 3,
                },
                new
                {
                    indicatorCode = "yel-01",
                    placeCode = c.School.Code,
                    period = "год",
                    numerator = "1",
                    denominatr = 2,
                }
            )
            .AssertProblem(422, "batch-rejected");
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        errors
            .Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}")
            .ShouldBe(
                [
                    "/items/0 duplicate-in-payload",
                    "/items/1/numerator numerator-above-denominator",
                    "/items/2/placeCode school-unknown",
                    "/items/3/indicatorCode indicator-unknown",
                    "/items/4/period period-not-opened",
                    "/items/5/value value-not-a-share",
                    "/items/5 duplicate-in-payload",
                    "/items/6/denominatr unknown-property",
                    "/items/6/period period-invalid",
                    "/items/6/numerator number-invalid",
                    "/items/6/denominator required",
                ],
                ignoreOrder: true
            );
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task A_partial_batch_takes_what_is_right_and_a_trial_keeps_nothing()
    {
        var c = await GridCase.Make(api);
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        object[] items = [Share(c, 12, 43), Share(c, 44, 43, "2019")];
        var trial = await machine.PostJson(Batches + "?mode=partial&dryRun=true", new { items }).Json(HttpStatusCode.MultiStatus);
        Counts(trial).ShouldBe("2 received: 1 created, 0 updated, 0 unchanged, 1 rejected");
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
        var real = await machine.PostJson(Batches + "?mode=partial", new { items }).Json(HttpStatusCode.MultiStatus);
        Counts(real).ShouldBe(Counts(trial));
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task Closed_and_submitted_periods_take_nothing()
    {
        var c = await GridCase.Make(api);
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2019))).Close(DateTime.UnixEpoch);
            var report = new IndicatorReport(c.School, c.Set.Id, Period.CalendarYear(2020));
            report.Submit(DateTime.UnixEpoch, Guid.NewGuid());
            db.Add(report);
            await db.SaveChangesAsync();
        });
        var problem = await Post(machine, Share(c, 1, 2, "2019"), Share(c, 1, 2)).AssertProblem(422, "batch-rejected");
        problem
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => e.GetProperty("code").GetString())
            .ShouldBe(["period-closed", "report-submitted"]);
    }

    [Fact]
    public async Task Is_pulled_page_by_page_in_an_order_that_never_changes()
    {
        var c = await GridCase.Make(api);
        using var region = await c.Given.Operator();
        List<object> items = [];
        for (var number = 1; number <= 5; number++)
        {
            var school = await c.Given.School(c.Place, $"СОШ № {number}");
            foreach (var period in new[] { "2019", "2020" })
                items.Add(
                    new
                    {
                        indicatorCode = "yel-01",
                        placeCode = school.Code,
                        period,
                        numerator = number,
                        denominator = 40,
                    }
                );
        }
        await region.PostJson(Batches, new { items }).Json();
        List<string> seen = [];
        var next = Values + "?limit=3";
        var pages = 0;
        while (next is not null)
        {
            using var answer = await region.GetAsync(next, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancel));
            seen.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(i => $"{i.GetProperty("placeCode").GetString()} {i.GetProperty("period").GetString()}")
            );
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            pages++;
        }
        pages.ShouldBe(4);
        seen.Count.ShouldBe(10);
        seen.ShouldBeUnique();
        (await region.GetJson(Values + "?period=2020&indicator=yel-01&level=School")).GetProperty("items").GetArrayLength().ShouldBe(5);
        (await region.GetJson(Values + $"?place={c.Place.Code}&descendants=true")).GetProperty("items").GetArrayLength().ShouldBe(10);
        (await region.GetJson(Values + $"?place={c.Place.Code}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await region.GetAsync(Values + "?cursor=abc", Cancel).AssertProblem(400, "validation");
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-ndjson")]
    public async Task Is_pulled_as_table_or_lines_and_small_shares_stay_inside(string format)
    {
        var c = await GridCase.Make(api);
        using var region = await c.Given.Operator();
        await Post(region, Share(c, 1, 4), Share(c, 10, 40, "2019")).Json();
        using var third = await c.Given.Machine(Role.Integration);
        using var request = new HttpRequestMessage(HttpMethod.Get, Values);
        request.Headers.Accept.ParseAdd(format);
        using var answer = await third.SendAsync(request, Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(format);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(format == "text/csv" ? 3 : 2);
        var small = lines.Single(l => l.Contains(format == "text/csv" ? ",2020," : "\"2020\"", StringComparison.Ordinal));
        small.ShouldNotContain(format == "text/csv" ? ",25," : "\"percent\":25");
        small.ShouldContain(format == "text/csv" ? "true,true" : "\"suppressed\":true");
        (await region.GetJson(Values + "?period=2020")).GetProperty("items")[0].GetProperty("percent").GetDecimal().ShouldBe(25);
    }

    [Fact]
    public async Task A_share_stays_a_share_of_few_when_its_indicator_becomes_something_else()
    {
        var c = await GridCase.Make(api);
        using var region = await c.Given.Operator();
        await Post(region, Share(c, 1, 4, "2019")).Json();
        await c.Given.InRegion(async db =>
        {
            var indicator = await db.Indicators.Include(i => i.Versions).SingleAsync();
            var (wording, meaning) = (indicator.Current.Wording, indicator.Current.Meaning);
            meaning = meaning with { Unit = IndicatorUnit.Mean, Aggregation = IndicatorAggregation.MeanOfSchools };
            indicator.Redefine(new DateOnly(2020, 1, 1), wording, meaning, Period.CalendarYear(2019));
            await db.SaveChangesAsync(Cancel);
        });
        using var third = await c.Given.Machine(Role.Integration);
        var pulled = (await third.GetJson(Values)).GetProperty("items")[0];
        pulled.GetProperty("suppressed").GetBoolean().ShouldBeTrue();
        (await region.GetJson(Values)).GetProperty("items")[0].GetProperty("percent").GetDecimal().ShouldBe(25);

        await Post(
                region,
                new
                {
                    indicatorCode = "yel-01",
                    placeCode = c.School.Code,
                    period = "2020",
                    value = 4.5m,
                }
            )
            .Json();
        var grid = await third.GetJson(c.Grid);
        var cells = grid.GetProperty("rows")[0].GetProperty("parts")[0].GetProperty("cells");
        cells[1].GetProperty("number").GetDecimal().ShouldBe(4.5m);
        cells[1].GetProperty("yearBefore").ValueKind.ShouldBe(JsonValueKind.Null, "points are not compared with shares");
        cells[1].GetProperty("warning").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static object Share(GridCase c, int numerator, int denominator, string period = "2020") =>
        new
        {
            indicatorCode = "yel-01",
            placeCode = c.School.Code,
            period,
            numerator,
            denominator,
        };

    private static Task<HttpResponseMessage> Post(HttpClient http, params object[] items) => http.PostJson(Batches, new { items });

    private static string Counts(JsonElement a) =>
        $"{a.GetProperty("received").GetInt32()} received: {a.GetProperty("created").GetInt32()} created, {a.GetProperty("updated").GetInt32()} updated, {a.GetProperty("unchanged").GetInt32()} unchanged, {a.GetProperty("rejected").GetInt32()} rejected";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
