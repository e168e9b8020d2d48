using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class GetIndicatorGridTests(ApiFactory api)
{
    [Fact]
    public async Task Shows_value_target_and_whether_it_was_reached()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        await c.Given.Save(
            new IndicatorTarget(
                c.School,
                c.Share.Id,
                Period.CalendarYear(2020),
                new TargetFacts(55_000, 57_580, Period.CalendarYear(2019), null)
            )
        );
        await c.PutOne(http, c.Cell(Typed("12/43")));

        var grid = await http.GetJson(c.Grid);
        grid.GetProperty("mayWrite").GetBoolean().ShouldBeTrue();
        grid.GetProperty("maySetTargets").GetBoolean().ShouldBeFalse();
        grid.GetProperty("columns").EnumerateArray().Select(x => x.GetProperty("period").GetString()).ShouldBe(["2019", "2020"]);
        grid.GetProperty("columns")[1].GetProperty("dueOn").GetString().ShouldBe("2021-01-20");
        var row = grid.GetProperty("rows")[0];
        row.GetProperty("indicator").GetProperty("code").GetString().ShouldBe("yel-01");
        var cells = row.GetProperty("parts")[0].GetProperty("cells");
        cells[0].GetProperty("version").GetInt32().ShouldBe(0);
        cells[0].GetProperty("achievement").GetString().ShouldBe("NoTarget");
        cells[0].GetProperty("lock").ValueKind.ShouldBe(JsonValueKind.Null);
        cells[1].GetProperty("achievement").GetString().ShouldBe("Achieved");
        var target = cells[1].GetProperty("target");
        target.GetProperty("text").GetString().ShouldBe("55,0\u00A0%");
        target.GetProperty("baseline").GetDecimal().ShouldBe(57.58m);
    }

    [Fact]
    public async Task Tells_why_a_cell_cannot_be_written()
    {
        var c = await GridCase.Make(
            api,
            set => GivenIndicators.Share(set, "yel-02", 2, m => m with { EnteredBy = IndicatorSource.Operator })
        );
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2019))).Close(DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        });
        using var http = await c.Given.SchoolPerson(c.School);
        var rows = (await http.GetJson(c.Grid)).GetProperty("rows");
        Lock(rows[0], 0).ShouldBe("Период 2019 закрыт");
        Lock(rows[0], 1).ShouldBeNull();
        Lock(rows[1], 1).ShouldBe("Этот показатель вводит региональный оператор");
        using var observer = await c.Given.Observer();
        var grid = await observer.GetJson(c.Grid);
        grid.GetProperty("mayWrite").GetBoolean().ShouldBeFalse();
        Lock(grid.GetProperty("rows")[0], 1).ShouldBe("Вы можете только смотреть значения");
    }

    [Fact]
    public async Task Shows_parts_below_the_whole_and_only_indicators_of_the_level()
    {
        var c = await GridCase.Make(
            api,
            set => GivenIndicators.Share(set, "yel-02", 2, m => m with { Breakdown = BreakdownKind.Stage }),
            set =>
                GivenIndicators.Share(
                    set,
                    "yel-03",
                    3,
                    m => m with { Level = IndicatorLevel.Municipality, EnteredBy = IndicatorSource.Municipality }
                )
        );
        using var http = await c.Given.Coordinator(c.Place);
        var rows = (await http.GetJson(c.Grid)).GetProperty("rows").EnumerateArray().ToList();
        rows.Select(Code).ShouldBe(["yel-01", "yel-02"]);
        rows[1]
            .GetProperty("parts")
            .EnumerateArray()
            .Select(p => p.GetProperty("name").GetString())
            .ShouldBe(["", "начальная школа", "основная школа", "средняя школа"]);
        var own = await http.GetJson($"/api/v1/indicator-grid?set={c.Set.Id}&municipality={c.Place.Code}");
        own.GetProperty("rows").EnumerateArray().Select(Code).ShouldBe(["yel-03"]);
        own.GetProperty("placeName").GetString().ShouldBe(c.Place.Name);
        await http.GetAsync($"/api/v1/indicator-grid?set={c.Set.Id}", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Withholds_small_shares_from_third_parties_and_marks_them_for_others()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        await c.Put(http, c.Cell(Typed("1/4"), comment: "мало"), c.Cell(Typed("10/50"), period: "2019"));
        var mine = (await http.GetJson(c.Grid)).GetProperty("rows")[0].GetProperty("parts")[0].GetProperty("cells");
        mine[1].GetProperty("small").GetBoolean().ShouldBeTrue();
        mine[1].GetProperty("number").GetDecimal().ShouldBe(25);
        using var machine = await c.Given.Machine(Role.Integration);
        var theirs = (await machine.GetJson(c.Grid)).GetProperty("rows")[0].GetProperty("parts")[0].GetProperty("cells");
        theirs[1].GetProperty("suppressed").GetBoolean().ShouldBeTrue();
        foreach (var hidden in new[] { "number", "numerator", "denominator", "text", "input", "comment" })
            theirs[1].GetProperty(hidden).ValueKind.ShouldBe(JsonValueKind.Null, hidden);
        theirs[0].GetProperty("number").GetDecimal().ShouldBe(20);
    }

    [Fact]
    public async Task A_start_and_the_reason_of_a_target_stay_inside()
    {
        var c = await GridCase.Make(api);
        using var coordinator = await c.Given.Coordinator(c.Place);
        var target = new
        {
            indicatorId = c.Share.Id,
            period = "2020",
            target = Typed("50"),
            version = 0,
            baseline = Typed("3/4"),
            baselinePeriod = "2019",
            note = "Трое из четырёх",
        };
        await coordinator.PutJson("/api/v1/indicator-targets/cells", new { schoolId = c.School.Id, targets = new[] { target } }).Json();
        using var machine = await c.Given.Machine(Role.Integration);
        var theirs = (await machine.GetJson(c.Grid)).GetProperty("rows")[0].GetProperty("parts")[0].GetProperty("cells")[1];
        var told = theirs.GetProperty("target");
        told.GetProperty("number").GetDecimal().ShouldBe(50);
        foreach (var hidden in new[] { "baseline", "baselineText", "baselinePeriod", "note" })
            told.GetProperty(hidden).ValueKind.ShouldBe(JsonValueKind.Null, hidden);
        var way = await machine.GetJson($"/api/v1/indicator-targets/{told.GetProperty("id").GetString()}/trajectory");
        way.GetProperty("points").GetArrayLength().ShouldBe(0, "they begin with the start");
        var trend = await machine.GetJson($"/api/v1/indicators/{c.Share.Id}/trend?school={c.School.Id}");
        trend.GetProperty("points")[0].GetProperty("baseline").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string? Lock(JsonElement row, int column)
    {
        var told = row.GetProperty("parts")[0].GetProperty("cells")[column].GetProperty("lock");
        return told.ValueKind == JsonValueKind.Null ? null : told.GetProperty("message").GetString();
    }

    private static string? Code(JsonElement row) => row.GetProperty("indicator").GetProperty("code").GetString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
