using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class IndicatorReportTests(ApiFactory api)
{
    private const string Reports = "/api/v1/indicator-reports";

    [Fact]
    public async Task A_period_is_checked_submitted_returned_corrected_and_accepted()
    {
        var c = await GridCase.Make(api);
        using var school = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);

        var refused = await Submit(c, school).AssertProblem(422, "report-incomplete");
        refused.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/indicators/yel-01");
        var check = await school.GetJson($"{Reports}/check?set={c.Set.Id}&period=2020&school={c.School.Id}");
        check.GetProperty("required").GetInt32().ShouldBe(1);
        check.GetProperty("filled").GetInt32().ShouldBe(0);
        check.GetProperty("items")[0].GetProperty("finding").GetString().ShouldBe("Missing");

        await c.PutOne(school, c.Cell(Typed("12/43")));
        var submitted = await Submit(c, school).Json();
        submitted.GetProperty("state").GetString().ShouldBe("Submitted");
        await Submit(c, school).AssertProblem(409, "report-not-open");
        (await c.PutOne(school, c.Cell(Typed("13/43"), version: 1))).Faults().ShouldBe(["report-submitted"]);

        (await Told(coordinator)).ShouldBe("ReportSubmitted 2020");
        var at = $"{Reports}/{submitted.GetProperty("id").GetString()}";
        await coordinator.PostJson(at + "/return", new { reason = " " }, 1).AssertProblem(400, "validation");
        var returned = await coordinator.PostJson(at + "/return", new { reason = "Проверьте число писавших" }, 1).Json();
        returned.GetProperty("returnReason").GetString().ShouldBe("Проверьте число писавших");
        (await Told(school)).ShouldBe("ReportReturned 2020");

        (await c.PutOne(school, c.Cell(Typed("13/43"), version: 1))).Outcome().ShouldBe("Saved");
        var again = await Submit(c, school).Json();
        again.GetProperty("version").GetInt32().ShouldBe(3);
        var accepted = await coordinator.Send(HttpMethod.Post, at + "/accept", null, 3).Json();
        accepted.GetProperty("state").GetString().ShouldBe("Accepted");
        (await Told(school)).ShouldBe("ReportAccepted 2020");
        (await c.PutOne(coordinator, c.Cell(Typed("14/43"), version: 2))).Faults().ShouldBe(["report-accepted"]);
        await coordinator.Send(HttpMethod.Post, at + "/accept", null, 4).AssertProblem(409, "report-not-submitted");
    }

    [Fact]
    public async Task A_large_change_needs_a_comment_and_missing_values_an_explanation()
    {
        var c = await GridCase.Make(api, set => GivenIndicators.Share(set, "yel-02", 2));
        using var school = await c.Given.SchoolPerson(c.School);
        await c.PutOne(school, c.Cell(Typed("10/100"), period: "2019"));
        await c.PutOne(school, c.Cell(Typed("30/100")));
        var refused = await Submit(c, school, "Нет 11 класса").AssertProblem(422, "report-incomplete");
        refused.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).ShouldBe(["change-to-check"]);
        await c.PutOne(school, c.Cell(Typed("30/100"), version: 1, comment: "Писали две параллели"));
        await Submit(c, school).AssertProblem(422, "report-incomplete");
        var done = await Submit(c, school, "Нет 11 класса").Json();
        done.GetProperty("note").GetString().ShouldBe("Нет 11 класса");
    }

    [Fact]
    public async Task A_closed_period_takes_no_submission_and_no_decision()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        await c.PutOne(http, c.Cell(Typed("12/43")));
        var report = await Submit(c, http).Json();
        var period = (await http.GetJson($"/api/v1/indicator-periods?set={c.Set.Id}"))[1];
        await http.Send(HttpMethod.Post, $"/api/v1/indicator-periods/{period.GetProperty("id").GetString()}/close", null, 1).Json();
        await http.Send(HttpMethod.Post, $"{Reports}/{report.GetProperty("id").GetString()}/accept", null, 1)
            .AssertProblem(409, "period-closed");
    }

    [Fact]
    public async Task Tells_who_has_submitted_and_how_much_is_filled_and_home_links_to_exactly_that()
    {
        var c = await GridCase.Make(api, set => GivenIndicators.Share(set, "yel-02", 2));
        var other = await c.Given.School(c.Place, "Аксубаевская СОШ");
        var elsewhere = await c.Given.School(await c.Given.Municipality("Агрызский район"), "СОШ № 8");
        using var school = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(school, c.Cell(Typed("12/43")));
        await Submit(c, school, "Второго показателя нет").Json();

        var list = await coordinator.GetJson($"{Reports}?set={c.Set.Id}&period=2020");
        list.GetProperty("total").GetInt32().ShouldBe(2);
        var rows = list.GetProperty("items").EnumerateArray().ToList();
        rows.Select(Row).ShouldBe([$"{other.Name} Draft 0 of 2", $"{c.School.Name} Submitted 1 of 2"]);
        using var region = await c.Given.Operator();
        (await region.GetJson($"{Reports}?set={c.Set.Id}&period=2020&state=Draft")).GetProperty("total").GetInt32().ShouldBe(2);
        (await region.GetJson($"{Reports}?set={c.Set.Id}&period=2020&municipality={elsewhere.MunicipalityCode}"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(Row)
            .ShouldBe([$"{elsewhere.Name} Draft 0 of 2"]);

        await HomeTells(coordinator, "ReportsWaiting", 1);
        await coordinator
            .PostJson($"{Reports}/{rows[1].GetProperty("reportId").GetString()}/return", new { reason = "Проверьте" }, 1)
            .Json();
        await HomeTells(coordinator, "ReportsReturned", 1);
        await HomeTells(school, "ReportsReturned", 1);
    }

    [Fact]
    public async Task Nothing_is_written_into_a_submission_after_it_was_answered()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        // A row that nobody sees yet holds up whoever writes the same cell, after having looked whether the period was submitted.
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
        var submitting = Submit(c, http, "Значения пока нет");
        await http.Meanwhile(c.Grid, submitting);
        var wasSubmitted = submitting.IsCompleted;
        mayGo.SetResult();
        await inTheWay;
        await submitting.Json();
        var saved = await saving;
        if (wasSubmitted)
            saved.Outcome().ShouldBe("Locked");
    }

    [Fact]
    public async Task Third_parties_are_told_neither_what_stands_in_the_way_nor_what_was_written_about_it()
    {
        var c = await GridCase.Make(api);
        using var school = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(school, c.Cell(Typed("1/4"), period: "2019"));
        await c.PutOne(school, c.Cell(Typed("3/4"), comment: "Двое новых"));
        var report = await Submit(c, school, "Трое из четырёх").Json();
        await coordinator
            .PostJson($"{Reports}/{report.GetProperty("id").GetString()}/return", new { reason = "Четверо, а не трое" }, 1)
            .Json();
        await c.PutOne(school, c.Cell(Typed("3/4"), version: 1, comment: ""));

        using var third = await c.Given.Machine(Role.Integration);
        var told =
            (await third.GetJson($"{Reports}?set={c.Set.Id}&period=2020")).ToString()
            + await third.GetJson($"{Reports}?set={c.Set.Id}")
            + await third.GetJson(c.Grid)
            + await third.GetJson($"{Reports}/check?set={c.Set.Id}&period=2020&school={c.School.Id}");
        told.ShouldNotContain("Трое");
        told.ShouldNotContain("Четверо");
        told.ShouldNotContain("→", customMessage: "the change tells both values");
    }

    [Fact]
    public async Task A_municipality_submits_its_own_period_and_the_operator_decides()
    {
        var c = await GridCase.Make(
            api,
            set =>
                GivenIndicators.Share(
                    set,
                    "yel-02",
                    2,
                    m => m with { Level = IndicatorLevel.Municipality, EnteredBy = IndicatorSource.Municipality }
                )
        );
        using var coordinator = await c.Given.Coordinator(c.Place);
        using var region = await c.Given.Operator();
        var body = new
        {
            setId = c.Set.Id,
            period = "2020",
            municipalityCode = c.Place.Code,
            note = "Данных пока нет",
        };
        var report = await coordinator.PostJson(Reports + "/submit", body).Json();
        var at = $"{Reports}/{report.GetProperty("id").GetString()}/accept";
        (await Told(region)).ShouldBe("ReportSubmitted 2020");
        await coordinator.Send(HttpMethod.Post, at, null, 1).AssertProblem(409, "report-own");
        (await region.Send(HttpMethod.Post, at, null, 1).Json()).GetProperty("state").GetString().ShouldBe("Accepted");
    }

    private static string Row(JsonElement row) =>
        $"{row.GetProperty("schoolName").GetString()} {row.GetProperty("state").GetString()} {row.GetProperty("filled").GetInt32()} of {row.GetProperty("required").GetInt32()}";

    private static async Task HomeTells(HttpClient http, string kind, int count)
    {
        var task = (await http.GetJson("/api/v1/home"))
            .GetProperty("tasks")
            .EnumerateArray()
            .Single(t => t.GetProperty("kind").GetString() == kind);
        task.GetProperty("count").GetInt32().ShouldBe(count);
        (await http.GetJson("/api/v1/" + task.GetProperty("list").GetString())).GetProperty("total").GetInt32().ShouldBe(count);
    }

    private static async Task<string> Told(HttpClient http)
    {
        var told = (await http.GetJson("/api/v1/notifications")).GetProperty("items")[0];
        return $"{told.GetProperty("kind").GetString()} {told.GetProperty("report").GetProperty("period").GetString()}";
    }

    private static Task<HttpResponseMessage> Submit(GridCase c, HttpClient http, string? note = null) =>
        http.PostJson(
            Reports + "/submit",
            new
            {
                setId = c.Set.Id,
                period = "2020",
                schoolId = c.School.Id,
                note,
            }
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
