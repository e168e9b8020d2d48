using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class SaveIndicatorCellsTests(ApiFactory api)
{
    [Fact]
    public async Task A_school_types_changes_and_empties_a_cell_and_all_of_it_is_kept()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);

        var first = await c.PutOne(http, c.Cell(Typed("12 из 43"), comment: "По ВПР"));
        first.Outcome().ShouldBe("Saved");
        var cell = first.GetProperty("cell");
        cell.GetProperty("version").GetInt32().ShouldBe(1);
        cell.GetProperty("number").GetDecimal().ShouldBe(27.907m);
        cell.GetProperty("text").GetString().ShouldBe("12 из 43 (27,9\u00A0%)");
        cell.GetProperty("input").GetString().ShouldBe("12/43");
        cell.GetProperty("comment").GetString().ShouldBe("По ВПР");

        (await c.PutOne(http, c.Cell(new { numerator = 12, denominator = 43 }, version: 0))).Outcome().ShouldBe("Unchanged");
        var second = await c.PutOne(http, c.Cell(new { number = 73.4m }, version: 1));
        second.GetProperty("cell").GetProperty("version").GetInt32().ShouldBe(2);
        second.GetProperty("cell").GetProperty("comment").GetString().ShouldBe("По ВПР", "nothing was said of it");

        var emptied = await c.PutOne(http, c.Cell(null, version: 2));
        emptied.Outcome().ShouldBe("Saved");
        emptied.GetProperty("cell").GetProperty("version").GetInt32().ShouldBe(0);
        (await c.PutOne(http, c.Cell(Typed("–"), version: 0))).Outcome().ShouldBe("Unchanged");

        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorValues.CountAsync()).ShouldBe(0);
            var kept = await db.IndicatorValueRevisions.OrderBy(r => r.ReplacedAt).ThenBy(r => r.Id).ToListAsync();
            kept.Select(r => r.Measure).ShouldBe([Measure.Share(12, 43), Measure.BarePercent(73_400)]);
            kept.ShouldAllBe(r => r.ChangedById != null && r.ReplacedById != null);
        });
    }

    [Theory]
    [InlineData("250 %", "value-out-of-range")]
    [InlineData("44/43", "numerator-above-denominator")]
    [InlineData("-1/43", "numerator-negative")]
    [InlineData("1/0", "denominator-not-positive")]
    [InlineData("много", "number-invalid")]
    [InlineData("999999999999999/999999999999999", "value-too-large")]
    public async Task A_wrong_value_is_told_and_not_written(string text, string code)
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        var told = await c.PutOne(http, c.Cell(Typed(text)));
        told.Outcome().ShouldBe("Invalid");
        told.Faults().ShouldBe([code]);
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task A_count_is_whole_and_a_value_has_one_form()
    {
        Indicator count = null!;
        var c = await GridCase.Make(
            api,
            set =>
                count = GivenIndicators.Share(
                    set,
                    "yel-02",
                    2,
                    m => m with { Unit = IndicatorUnit.Count, Aggregation = IndicatorAggregation.Sum }
                )
        );
        using var http = await c.Given.SchoolPerson(c.School);
        (await c.PutOne(http, c.Cell(new { number = 2.5m }, indicator: count.Id))).Faults().ShouldBe(["count-not-whole"]);
        (await c.PutOne(http, c.Cell(new { numerator = 2, denominator = 5 }, indicator: count.Id)))
            .Faults()
            .ShouldBe(["value-not-a-share"]);
        (await c.PutOne(http, c.Cell(new { numerator = 2 }))).Faults().ShouldBe(["value-ambiguous"]);
        (await c.PutOne(http, c.Cell(new { text = "1", number = 1 }))).Faults().ShouldBe(["value-ambiguous"]);
    }

    [Fact]
    public async Task Right_cells_are_saved_beside_wrong_ones_and_each_is_told()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        var twice = c.Cell(Typed("5"), period: "2019");
        var answer = await c.Put(
            http,
            c.Cell(Typed("12/43")),
            twice,
            twice,
            c.Cell(Typed("1"), period: "2031"),
            c.Cell(Typed("1"), indicator: Guid.NewGuid())
        );
        answer.GetProperty("written").GetInt32().ShouldBe(1);
        answer.GetProperty("refused").GetInt32().ShouldBe(4);
        var cells = answer.GetProperty("cells").EnumerateArray().ToList();
        cells.Select(r => r.Outcome()).ShouldBe(["Saved", "Invalid", "Invalid", "Locked", "Invalid"]);
        cells
            .Skip(1)
            .SelectMany(r => r.Faults())
            .ShouldBe(["duplicate-in-payload", "duplicate-in-payload", "period-not-opened", "indicator-unknown"]);
    }

    [Fact]
    public async Task A_cell_that_somebody_else_changed_is_left_alone_and_told_with_its_name()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(http, c.Cell(Typed("12/43")));
        await c.PutOne(coordinator, c.Cell(Typed("13/43"), version: 1));

        var told = await c.PutOne(http, c.Cell(Typed("14/43"), version: 1));
        told.Outcome().ShouldBe("Conflict");
        told.GetProperty("cell").GetProperty("input").GetString().ShouldBe("13/43");
        told.GetProperty("cell").GetProperty("version").GetInt32().ShouldBe(2);
        told.GetProperty("changedByName").GetString().ShouldBe("Испытатель");
        (await c.PutOne(http, c.Cell(null, version: 1))).Outcome().ShouldBe("Conflict");
    }

    [Fact]
    public async Task Of_many_who_write_one_cell_at_once_one_wins_and_the_others_are_told()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => c.PutOne(http, c.Cell(Typed($"{n}/43")))));
        answers.Count(a => a.Outcome() == "Saved").ShouldBe(1);
        answers.Count(a => a.Outcome() == "Conflict").ShouldBe(7);
    }

    [Fact]
    public async Task A_cell_that_was_emptied_and_filled_again_is_not_the_one_that_was_seen()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(http, c.Cell(Typed("12/43")));
        await c.PutOne(coordinator, c.Cell(null, version: 1));
        await c.PutOne(coordinator, c.Cell(Typed("13/43")));

        var told = await c.PutOne(http, c.Cell(Typed("14/43"), version: 1));
        told.Outcome().ShouldBe("Conflict");
        told.GetProperty("cell").GetProperty("input").GetString().ShouldBe("13/43");
    }

    [Fact]
    public async Task A_request_with_nothing_for_a_cell_is_refused()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        await http.PutJson("/api/v1/indicator-values/cells", new { schoolId = c.School.Id, cells = new object?[] { null } })
            .AssertProblem(400, "validation");
        await http.PutJson("/api/v1/indicator-targets/cells", new { schoolId = c.School.Id, targets = new object?[] { null } })
            .AssertProblem(400, "validation");
    }

    [Fact]
    public async Task A_large_change_against_the_year_before_is_saved_and_asked_about()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        await c.PutOne(http, c.Cell(Typed("10/100"), period: "2019"));
        var told = await c.PutOne(http, c.Cell(Typed("15/100")));
        told.Outcome().ShouldBe("SavedWithWarning");
        told.GetProperty("faults")[0].GetProperty("message").GetString().ShouldBe("На 50 % больше прошлого года (10 → 15), проверьте");
        told.GetProperty("cell").GetProperty("yearBefore").GetDecimal().ShouldBe(10);
    }

    [Fact]
    public async Task Closed_submitted_computed_and_foreign_cells_are_locked()
    {
        Indicator computed = null!,
            foreign = null!;
        var c = await GridCase.Make(
            api,
            set =>
                computed = GivenIndicators.Share(
                    set,
                    "yel-02",
                    2,
                    m => m with { EnteredBy = IndicatorSource.Formula, Formula = "share(1, 2)" }
                ),
            set => foreign = GivenIndicators.Share(set, "yel-03", 3, m => m with { EnteredBy = IndicatorSource.Operator })
        );
        using var http = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        using var region = await c.Given.Operator();
        async Task<string> Lock(HttpClient who, object cell)
        {
            var told = await c.PutOne(who, cell);
            return told.Outcome() == "Locked" ? told.Faults().Single() : told.Outcome();
        }
        (await Lock(region, c.Cell(Typed("1/2"), indicator: computed.Id))).ShouldBe("indicator-computed");
        (await Lock(http, c.Cell(Typed("1/2"), indicator: foreign.Id))).ShouldBe("entered-by-other");
        (await Lock(coordinator, c.Cell(Typed("1/2"), indicator: foreign.Id))).ShouldBe("entered-by-other");
        (await Lock(region, c.Cell(Typed("1/2"), indicator: foreign.Id))).ShouldBe("Saved");
        (await Lock(http, c.Cell(Typed("1/2"), period: "2019/2020"))).ShouldBe("period-kind-other");
        await c.Given.InRegion(async db =>
        {
            var report = new IndicatorReport(c.School, c.Set.Id, Period.CalendarYear(2020));
            report.Submit(DateTime.UnixEpoch, Guid.NewGuid());
            db.Add(report);
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2019))).Close(DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        });
        (await Lock(http, c.Cell(Typed("1/2")))).ShouldBe("report-submitted");
        (await Lock(region, c.Cell(Typed("1/2"), period: "2019"))).ShouldBe("period-closed");
    }

    [Fact]
    public async Task A_place_outside_the_scope_is_unknown_and_a_reader_may_not_write()
    {
        var c = await GridCase.Make(api);
        using var other = await c.Given.SchoolPerson(await c.Given.School(c.Place, "СОШ № 8"));
        await c.Send(other, c.Cell(Typed("1/2"))).AssertProblem(404, "not-found");
        await other.GetAsync(c.Grid, Cancel).AssertProblem(404, "not-found");
        using var observer = await c.Given.Observer();
        await c.Send(observer, c.Cell(Typed("1/2"))).AssertProblem(403, "forbidden");
        using var school = await c.Given.SchoolPerson(c.School);
        await school
            .PutJson("/api/v1/indicator-values/cells", new { municipalityCode = c.Place.Code, cells = new[] { c.Cell(Typed("1/2")) } })
            .AssertProblem(404, "not-found");
        await school
            .PutJson("/api/v1/indicator-values/cells", new { cells = new[] { c.Cell(Typed("1/2")) } })
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_grid_of_sixty_by_twenty_four_is_read_and_pasted_with_few_statements()
    {
        var c = await GridCase.Make(
            api,
            [
                .. Enumerable
                    .Range(2, 59)
                    .Select<int, Func<IndicatorSet, Indicator>>(n =>
                        set => GivenIndicators.Share(set, $"yel-{n:00}", n, m => m with { PeriodKind = IndicatorPeriodKind.Quarter })
                    ),
            ]
        );
        var quarters = Enumerable.Range(2021, 6).SelectMany(y => Enumerable.Range(1, 4).Select(Period.CalendarYear(y).Quarter)).ToList();
        await c.Given.Save([.. quarters.Select(q => new IndicatorPeriod(c.Set, q, null))]);
        using var http = await c.Given.SchoolPerson(c.School);
        List<Guid> ids = [];
        await c.Given.InRegion(async db => ids = await db.Indicators.Where(i => i.Number > 1).Select(i => i.Id).ToListAsync());
        var cells = ids.SelectMany(id => quarters.Select(q => c.Cell(Typed("12/43"), period: q.ToString(), indicator: id))).ToArray();
        cells.Length.ShouldBe(1_416);
        (await c.Put(http, cells)).GetProperty("written").GetInt32().ShouldBe(1_416);

        using var count = new StatementCount(api, http);
        var clock = Stopwatch.StartNew();
        var grid = await http.GetJson(c.Grid + "&from=2021-Q1");
        clock.Stop();
        count.Count.ShouldBeLessThanOrEqualTo(7, string.Join("\n", count.Statements));
        clock.ElapsedMilliseconds.ShouldBeLessThan(3_000);
        grid.GetProperty("columns").GetArrayLength().ShouldBe(24);
        var rows = grid.GetProperty("rows").EnumerateArray().ToList();
        rows.Count.ShouldBe(59);
        rows.ShouldAllBe(r => r.GetProperty("parts")[0].GetProperty("cells").GetArrayLength() == 24);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
