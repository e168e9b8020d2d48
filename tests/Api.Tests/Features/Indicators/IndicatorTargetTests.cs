using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class IndicatorTargetTests(ApiFactory api)
{
    [Fact]
    public async Task A_target_is_set_revised_and_taken_away_and_its_history_is_kept()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        var set = await Put(c, http, Target(c, "52", baseline: "53,4"));
        set.Outcome().ShouldBe("Saved");
        var target = Of(set);
        target.GetProperty("number").GetDecimal().ShouldBe(52);
        target.GetProperty("baseline").GetDecimal().ShouldBe(53.4m);
        target.GetProperty("version").GetInt32().ShouldBe(1);

        (await Put(c, http, Target(c, "52", version: 0))).Outcome().ShouldBe("Unchanged");
        (await Put(c, http, Target(c, "51", version: 0))).Outcome().ShouldBe("Conflict");
        var revised = await Put(c, http, Target(c, "51", version: 1));
        revised.Outcome().ShouldBe("Saved");
        Of(revised).GetProperty("baseline").GetDecimal().ShouldBe(53.4m, "nothing was said of it");
        Of(revised).GetProperty("version").GetInt32().ShouldBe(2);
        (await Put(c, http, Target(c, null, version: 2))).Outcome().ShouldBe("Saved");
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorTargets.CountAsync()).ShouldBe(0);
            (await db.ChangeEntries.Where(e => e.Thing == "IndicatorTarget").Select(e => e.Action).ToListAsync()).ShouldBe(
                ["created", "revised", "removed"],
                ignoreOrder: true
            );
        });
    }

    [Fact]
    public async Task Doubtful_targets_are_saved_and_told_and_impossible_ones_are_not()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        var wrong = await Put(c, http, Target(c, "60", baseline: "58"));
        wrong.Outcome().ShouldBe("SavedWithWarning");
        wrong.Faults().ShouldBe(["target-wrong-direction"]);
        var over = await Put(c, http, Target(c, "250", version: 1));
        over.Outcome().ShouldBe("Invalid");
        over.Faults().ShouldBe(["target-out-of-range"]);
        (await Put(c, http, Target(c, "много", version: 1))).Faults().ShouldBe(["number-invalid"]);
    }

    [Fact]
    public async Task A_closed_period_a_retired_indicator_and_another_place_take_no_target()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        (await Put(c, http, Target(c, "52", baseline: "53", period: "2024"))).Outcome().ShouldBe("Saved", "not opened yet: planned ahead");
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2020))).Close(DateTime.UnixEpoch);
            (await db.Indicators.SingleAsync()).Retire(new DateOnly(2025, 1, 1), lastUsed: null);
            await db.SaveChangesAsync();
        });
        (await Put(c, http, Target(c, "52"))).Faults().ShouldBe(["period-closed"]);
        (await Put(c, http, Target(c, "52", period: "2025"))).Faults().ShouldBe(["indicator-retired"]);
        using var other = await c.Given.Coordinator(await c.Given.Municipality("Агрызский район"));
        await Send(c, other, Target(c, "52")).AssertProblem(404, "not-found");
        using var school = await c.Given.SchoolPerson(c.School);
        await Send(c, school, Target(c, "52")).AssertProblem(403, "forbidden");
    }

    [Theory]
    [InlineData(IndicatorDirection.HigherIsBetter, "3/43", "3/43")]
    [InlineData(IndicatorDirection.LowerIsBetter, "12/43", "12/43")]
    [InlineData(IndicatorDirection.LowerIsBetter, "1/43", "1/43")]
    public async Task A_target_told_as_so_many_of_so_many_is_reached_by_exactly_these(
        IndicatorDirection better,
        string target,
        string value
    )
    {
        Indicator share = null!;
        var c = await GridCase.Make(api, set => share = GivenIndicators.Share(set, "yel-02", 2, m => m with { Direction = better }));
        using var http = await c.Given.Coordinator(c.Place);
        await c.PutOne(http, c.Cell(Typed(value), indicator: share.Id));
        var told = await Put(c, http, Target(c, target, indicator: share.Id, baseline: target));
        told.Outcome().ShouldBe("Saved", told.ToString());
        told.GetProperty("cell").GetProperty("achievement").GetString().ShouldBe("Achieved");
    }

    [Theory]
    [InlineData("2020")]
    [InlineData("2021")]
    [InlineData("2018/2019")]
    public async Task A_start_lies_before_its_target_and_in_a_period_of_its_kind(string baselinePeriod)
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        var told = await Put(
            c,
            http,
            new
            {
                indicatorId = c.Share.Id,
                period = "2020",
                target = Typed("50"),
                version = 0,
                baseline = Typed("60"),
                baselinePeriod,
            }
        );
        told.Outcome().ShouldBe("Invalid");
        told.Faults().ShouldBe(["baseline-period-not-before"]);
    }

    [Fact]
    public async Task Looks_the_targets_of_a_place_through()
    {
        Indicator up = null!,
            missing = null!;
        var c = await GridCase.Make(
            api,
            set => up = GivenIndicators.Share(set, "yel-02", 2, m => m with { Direction = IndicatorDirection.HigherIsBetter }),
            set => missing = GivenIndicators.Share(set, "yel-03", 3)
        );
        using var http = await c.Given.Coordinator(c.Place);
        await c.Put(
            http,
            c.Cell(Typed("0/43"), period: "2019", indicator: up.Id),
            c.Cell(Typed("64,7"), period: "2019", indicator: missing.Id)
        );
        await Send(c, http, Target(c, "52", baseline: "53,4"), Target(c, "1,9", indicator: up.Id, baseline: "0")).Json();

        var lint = await http.GetJson($"/api/v1/indicator-targets/lint?set={c.Set.Id}&period=2020&school={c.School.Id}");
        lint.GetProperty("indicators").GetInt32().ShouldBe(3);
        lint.GetProperty("targets").GetInt32().ShouldBe(2);
        var found = lint.GetProperty("items").EnumerateArray().ToList();
        found
            .Select(f => $"{f.GetProperty("code").GetString()} {f.GetProperty("finding").GetString()}")
            .ShouldBe(["yel-02 ImpossibleStep", "yel-03 TargetMissing"]);
        found[0].GetProperty("message").GetString()!.ShouldStartWith("1,9 % из 43 человек не получится");
        found[0].GetProperty("proposed").GetDecimal().ShouldBe(2.3m);
        found[1].GetProperty("message").GetString().ShouldBe("Исходное значение есть (64,7), а цель не указана");
    }

    [Fact]
    public async Task Tells_the_way_to_a_target_and_whether_the_value_is_on_it()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        var target = Of(await Put(c, http, Target(c, "50", baseline: "60", period: "2021")));
        await c.PutOne(http, c.Cell(Typed("54")));
        var way = await http.GetJson($"/api/v1/indicator-targets/{target.GetProperty("id").GetString()}/trajectory");
        way.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("expected").GetDecimal()).ShouldBe([60, 55, 50]);
        way.GetProperty("points")[1].GetProperty("onTrack").GetBoolean().ShouldBeTrue("54 is less than 55, and lower is better");
        way.GetProperty("onTrack").GetBoolean().ShouldBeTrue();
        way.GetProperty("achievement").GetString().ShouldBe("NoValue");
        using var stranger = await c.Given.SchoolPerson(await c.Given.School(c.Place, "СОШ № 8"));
        await stranger
            .GetAsync($"/api/v1/indicator-targets/{target.GetProperty("id").GetString()}/trajectory", TestContext.Current.CancellationToken)
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_set_target_comes_back_with_its_whole_cell_and_its_doubts()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        await c.PutOne(http, c.Cell(Typed("20/43")));
        var cell = (await Put(c, http, Target(c, "51,2"))).GetProperty("cell");
        cell.GetProperty("achievement").GetString().ShouldBe("Achieved", "20 of 43 is less than 51,2 %, and lower is better");
        cell.GetProperty("input").GetString().ShouldBe("20/43");
        DoubtsOf(cell).ShouldBe(["baseline-missing"]);

        (await Put(c, http, Target(c, "51,2", version: 1, baseline: "48"))).Outcome().ShouldBe("SavedWithWarning");
        DoubtsOf(await OnlyCell(http, c)).ShouldBe(["target-wrong-direction"]);
        using var school = await c.Given.SchoolPerson(c.School);
        var seen = await OnlyCell(school, c);
        DoubtsOf(seen).ShouldBeEmpty("who sets no targets is not asked to mend them");
        seen.GetProperty("targetLock").GetProperty("code").GetString().ShouldBe("read-only");
    }

    [Fact]
    public async Task Tells_why_a_target_cannot_be_set_before_it_is_tried()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        (await OnlyCell(http, c)).GetProperty("targetLock").ValueKind.ShouldBe(JsonValueKind.Null);
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2020))).Close(DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        });
        (await OnlyCell(http, c)).GetProperty("targetLock").GetProperty("code").GetString().ShouldBe("period-closed");
    }

    [Fact]
    public async Task A_start_is_judged_like_a_value_and_lives_with_its_target()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Coordinator(c.Place);
        (await Put(c, http, Target(c, null, baseline: "53,4"))).Faults().ShouldBe(["baseline-without-target"]);
        (await Put(c, http, Target(c, "52", baseline: "250 %"))).Faults().ShouldBe(["value-out-of-range"]);
        await Put(c, http, Target(c, "52", baseline: "53,4"));
        var bare = Of(await Put(c, http, Target(c, "52", version: 1, baseline: "–")));
        bare.GetProperty("baseline").ValueKind.ShouldBe(JsonValueKind.Null);
        bare.GetProperty("baselinePeriod").ValueKind.ShouldBe(JsonValueKind.Null, "a period means nothing without its start");
    }

    [Fact]
    public async Task A_block_is_judged_target_by_target()
    {
        Indicator other = null!;
        var c = await GridCase.Make(api, set => other = GivenIndicators.Share(set, "yel-02", 2));
        using var http = await c.Given.Coordinator(c.Place);
        var results = await Send(
                c,
                http,
                Target(c, "52", baseline: "53,4"),
                Target(c, "250", indicator: other.Id),
                Target(c, "7", period: "2019", indicator: other.Id),
                Target(c, "7", period: "2019", indicator: other.Id),
                Target(c, "7", indicator: Guid.CreateVersion7())
            )
            .Json();
        (results.GetProperty("written").GetInt32(), results.GetProperty("refused").GetInt32()).ShouldBe((1, 4));
        var cells = results.GetProperty("cells").EnumerateArray().ToList();
        cells.Select(r => r.Outcome()).ShouldBe(["Saved", "Invalid", "Invalid", "Invalid", "Invalid"]);
        cells[1].Faults().ShouldBe(["target-out-of-range"]);
        cells[2].Faults().ShouldBe(["duplicate-in-payload"]);
        cells[4].Faults().ShouldBe(["indicator-unknown"]);
    }

    private static async Task<JsonElement> OnlyCell(HttpClient http, GridCase c) =>
        (await http.GetJson(c.Grid)).GetProperty("rows")[0].GetProperty("parts")[0].GetProperty("cells")[1];

    private static List<string?> DoubtsOf(JsonElement cell) =>
        [.. cell.GetProperty("target").GetProperty("doubts").EnumerateArray().Select(d => d.GetProperty("code").GetString())];

    private static object Target(
        GridCase c,
        string? target,
        int version = 0,
        string? baseline = null,
        string period = "2020",
        Guid? indicator = null
    ) =>
        new
        {
            indicatorId = indicator ?? c.Share.Id,
            period,
            target = target is null ? null : Typed(target),
            version,
            baseline = baseline is null ? null : Typed(baseline),
            baselinePeriod = baseline is null ? null : "2019",
        };

    private static Task<HttpResponseMessage> Send(GridCase c, HttpClient http, params object[] targets) =>
        http.PutJson("/api/v1/indicator-targets/cells", new { schoolId = c.School.Id, targets });

    private static async Task<JsonElement> Put(GridCase c, HttpClient http, object target) =>
        (await Send(c, http, target).Json()).GetProperty("cells")[0];

    private static JsonElement Of(JsonElement result) => result.GetProperty("cell").GetProperty("target");
}
