using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Indicators;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Files and batches of values taken back whole.</summary>
public sealed class RollBackValuesTests(ApiFactory api)
{
    private const string Kind = "indicator-values";
    private const string Header = "Код показателя;Код школы;Период;Числитель;Знаменатель;Комментарий\n";

    [Fact]
    public async Task Everything_is_as_it_was_before()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var entered = await c.PutOne(http, c.Cell(GridCase.Typed("10/43"), comment: "По журналу"));
        entered.Outcome().ShouldBe("Saved");
        var first = await http.Import(Kind, Header + $"yel-01;{c.School.Code};2020;11;43;\n");
        var second = await http.Import(Kind, Header + $"yel-01;{c.School.Code};2020;12;43;\nyel-01;{c.School.Code};2019;9;40;Новое\n");

        await RollBack(http, first).AssertProblem(409, "import-superseded");
        var back = await RollBack(http, second).Json();
        back.State().ShouldBe("rolledBack");
        await c.Given.InRegion(async db =>
        {
            var value = await db.IndicatorValues.SingleAsync();
            (value.Measure, value.ImportId, value.SourceRow).ShouldBe((Measure.Share(11, 43), first.GetProperty("id").GetGuid(), 2));
        });
        await RollBack(http, back).AssertProblem(409, "nothing-to-roll-back");
        (await RollBack(http, await http.GetJson($"/api/v1/imports/{first.GetProperty("id").GetGuid()}")).Json())
            .State()
            .ShouldBe("rolledBack");
        await c.Given.InRegion(async db =>
        {
            var value = await db.IndicatorValues.SingleAsync();
            (value.Measure, value.Origin, value.ImportId, value.Comment).ShouldBe(
                (Measure.Share(10, 43), ValueOrigin.Entered, null, "По журналу")
            );
        });
    }

    [Fact]
    public async Task A_municipal_system_takes_back_a_batch_of_the_wrong_year()
    {
        var c = await GridCase.Make(api);
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        var batch = await Post(machine, c, "2019", 12);
        (await RollBack(machine, await Kept(machine, batch)).Json()).State().ShouldBe("rolledBack");
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
        (await Post(machine, c, "2019", 13)).GetProperty("created").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_history_of_a_cell_says_that_an_import_was_taken_back()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        await c.PutOne(http, c.Cell(GridCase.Typed("10/43")));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var file = await http.Import(Kind, Header + $"yel-01;{c.School.Code};2020;12;43;\nyel-01;{c.School.Code};2019;9;40;\n");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await RollBack(http, file).Json();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await c.PutOne(http, c.Cell(GridCase.Typed("11/43"), version: 3));

        (await Told("2020")).ShouldBe(["Entered False 10 → 11", "Entered True 12 → 10", "Imported False 10 → 12", "Entered False  → 10"]);
        (await Told("2019")).ShouldBe(["Imported True 9 → ", "Imported False  → 9"]);

        async Task<IEnumerable<string>> Told(string period)
        {
            var history = await http.GetJson(
                $"/api/v1/indicator-values/history?indicator={c.Share.Id}&period={period}&school={c.School.Id}"
            );
            var items = history.GetProperty("items").EnumerateArray().ToList();
            items
                .Where(i => i.GetProperty("takenBack").GetBoolean())
                .ShouldAllBe(i => i.GetProperty("importId").GetGuid() == file.GetProperty("id").GetGuid());
            return items.Select(i =>
                $"{i.GetProperty("origin").GetString()} {i.GetProperty("takenBack").GetBoolean()} {Count(i, "from")} → {Count(i, "to")}"
            );
        }

        static string? Count(JsonElement step, string side) => step.GetProperty(side).GetString()?.Split(' ')[0];
    }

    [Fact]
    public async Task What_was_changed_or_removed_since_stands_in_the_way()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var batch = await Post(http, c, "2020", 12);
        (await c.PutOne(http, c.Cell(null, version: 1))).Outcome().ShouldBe("Saved");
        await RollBack(http, await Kept(http, batch)).AssertProblem(409, "import-superseded");
    }

    [Fact]
    public async Task What_is_being_changed_at_that_moment_stands_in_the_way()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var kept = await Kept(http, await Post(http, c, "2020", 12));
        var (stands, mayGo) = (new TaskCompletionSource(), new TaskCompletionSource());
        var changing = c.Given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(TestContext.Current.CancellationToken);
            await db.SharePeriods([c.Given.RegionCode], TestContext.Current.CancellationToken);
            await db.IndicatorValues.ExecuteUpdateAsync(s => s.SetProperty(v => v.ImportId, (Guid?)null));
            stands.SetResult();
            await mayGo.Task;
            await write.Commit(TestContext.Current.CancellationToken);
        });
        await stands.Task;
        var back = RollBack(http, kept);
        await http.Meanwhile(c.Grid, back);
        mayGo.SetResult();
        await changing;
        await back.AssertProblem(409, "import-superseded");
    }

    [Fact]
    public async Task Closed_and_submitted_periods_stand_in_the_way()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var closed = await Post(http, c, "2019", 12);
        var submitted = await Post(http, c, "2020", 12);
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2019))).Close(DateTime.UnixEpoch);
            var report = new IndicatorReport(c.School, c.Set.Id, Period.CalendarYear(2020));
            report.Submit(DateTime.UnixEpoch, Guid.NewGuid());
            db.Add(report);
            await db.SaveChangesAsync();
        });
        foreach (var (batch, word) in new[] { (closed, "закрыт"), (submitted, "сданы") })
        {
            var problem = await RollBack(http, await Kept(http, batch)).AssertProblem(409, "import-superseded");
            problem.GetProperty("detail").GetString()!.ShouldContain(word);
        }
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(2));
    }

    private static Task<JsonElement> Post(HttpClient http, GridCase c, string period, int numerator) =>
        http.PostJson(
                "/api/v1/indicator-values/batches",
                new
                {
                    items = new[]
                    {
                        new
                        {
                            indicatorCode = "yel-01",
                            placeCode = c.School.Code,
                            period,
                            numerator,
                            denominator = 43,
                        },
                    },
                }
            )
            .Json();

    private static Task<JsonElement> Kept(HttpClient http, JsonElement batch) =>
        http.GetJson($"/api/v1/imports/{batch.GetProperty("importId").GetGuid()}");

    private static Task<HttpResponseMessage> RollBack(HttpClient http, JsonElement import) =>
        http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, import.GetProperty("version").GetInt32());
}
