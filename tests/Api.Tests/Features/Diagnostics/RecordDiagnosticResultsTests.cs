using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Diagnostics.DiagnosticCalls;

namespace Opora.Api.Tests.Features.Diagnostics;

public sealed class RecordDiagnosticResultsTests(ApiFactory api)
{
    [Fact]
    public async Task Keeps_a_table_as_people_write_it()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var school = await given.School(await given.Municipality());
        var teachers = await given.Teachers(school, 3);
        using var http = await given.SchoolPerson(school);
        using var theOperator = await given.Operator();
        var campaign = await theOperator.Announce();

        var answer = await http.Record(
                campaign,
                "2021-03-01",
                [Row(teachers[0], "11,5", "да"), Row(teachers[1], "12", "нет"), Row(teachers[2], "н/д", "нет")]
            )
            .Json();

        answer.Number("added").ShouldBe(3);
        var rows = (await http.GetJson($"{Outcomes}?campaign={campaign}&sort=name")).Items();
        rows.Select(r => r.Number("deficits")).ShouldBe([2, 0, 0]);
        rows[0].GetProperty("findings").EnumerateArray().Select(Told).ShouldBe(["reading 11,5 True", "methods  True"]);
        rows[2].GetProperty("findings").EnumerateArray().Select(Told).ShouldBe(["methods  False"]);
        var details = await http.GetJson($"{Root}/{campaign}");
        (details.Number("teachers"), details.Number("deficient")).ShouldBe((3, 1));
        details.GetProperty("measures")[0].GetProperty("allowed").GetString()!.ShouldStartWith("число от 0 до 20");
    }

    [Fact]
    public async Task Tells_row_column_value_and_what_is_allowed_and_keeps_nothing()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var school = await given.School(await given.Municipality());
        var teachers = await given.Teachers(school, 5);
        using var http = await given.Operator();
        var campaign = await http.Announce();

        var problem = await http.Record(
                campaign,
                "2021-03-01",
                [
                    Row(teachers[0], "15", "да"),
                    Row(teachers[1], "25", "возможно"),
                    Row(teachers[2], "", ""),
                    Row(teachers[3], "15"),
                    Row(teachers[0], "15", "да"),
                ]
            )
            .AssertProblem(400, "validation");

        problem
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => $"{Text(e, "pointer")} {Text(e, "code")} {Text(e, "value")} | {Text(e, "allowed")}")
            .ShouldBe([
                "/rows/1/values/0 value-wrong 25 | число от 0 до 20; пусто, если не измеряли",
                "/rows/1/values/1 value-wrong возможно | да или нет; пусто, если не измеряли",
                $"/rows/2 nothing-measured {teachers[2].Name} | ",
                "/rows/3/values columns-wrong 15 | Смысловое чтение; Приёмы объяснения",
                $"/rows/4 teacher-twice {teachers[0].Name} | ",
            ]);
        (await http.GetJson($"{Outcomes}?campaign={campaign}")).Number("total").ShouldBe(0);
    }

    [Fact]
    public async Task A_result_is_there_once_until_it_is_corrected_or_tried_again()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var school = await given.School(await given.Municipality());
        var teachers = await given.Teachers(school, 1);
        using var http = await given.Operator();
        var campaign = await http.Announce();
        await http.Record(campaign, "2021-03-01", [Row(teachers[0], "5", "да")]).Json();

        (await Refusal(http.Record(campaign, "2021-03-02", [Row(teachers[0], "6", "да")]))).ShouldBe("result-exists");
        (await Refusal(http.Record(campaign, "2021-03-01", [Row(teachers[0], "6", "да")], "Again"))).ShouldBe("attempt-too-early");
        (await Refusal(http.Record(campaign, "2022-03-01", [Row(teachers[0], "6", "да")], "Again"))).ShouldBe("day-outside-campaign");
        (await Refusal(http.Record(campaign, "2021-10-01", [Row(teachers[0], "6", "да")], "Again"))).ShouldBe("date-in-future");
        (await http.Record(campaign, "2021-03-01", [Row(teachers[0], "6", "")], "Replace").Json()).Number("replaced").ShouldBe(1);
        await http.Record(campaign, "2021-05-01", [Row(teachers[0], "18", "нет")], "Again").Json();

        var rows = (await http.GetJson($"{Outcomes}?campaign={campaign}&sort=on")).Items();
        rows.Select(r => (r.Number("attempt"), r.Number("deficits"), r.Number("version"))).ShouldBe([(1, 1, 2), (2, 0, 1)]);
        var address = $"{Outcomes}/{rows[1].Id()}";
        await http.PutJson(address, new { on = "2021-02-01", values = new[] { "18", "" } }, 1).AssertProblem(409, "attempt-too-early");
        await http.PutJson(address, new { on = "2021-05-02", values = new[] { "18", "x" } }, 1).AssertProblem(400, "validation");
        (await http.PutJson(address, new { on = "2021-05-02", values = new[] { "3", "" } }, 1).Json()).Number("deficits").ShouldBe(1);
        await http.Send(HttpMethod.Delete, address, null, 2).Answers(HttpStatusCode.NoContent);
        (await http.GetJson($"{Outcomes}?campaign={campaign}")).Number("total").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_looked_for_stands_once_there_are_results_and_the_history_tells_no_score()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var campaign = await http.Announce();
        object other = new
        {
            title = "Иначе",
            kind = "Methodical",
            fromOn = "2021-02-01",
            untilOn = "2021-12-31",
            form = "SelfDiagnosis",
            measures = new[] { new { deficit = "methods" } },
        };
        await http.PutJson($"{Root}/{campaign}", other, 1).Json();
        await http.PutJson($"{Root}/{campaign}", Facts("Дефициты", "2021-01-01", "2021-12-31"), 2).Json();
        await http.Record(campaign, "2021-03-01", [Row((await given.Teachers(school, 1))[0], "5", "да")]).Json();

        await http.PutJson($"{Root}/{campaign}", other, 3).AssertProblem(409, "campaign-has-results");
        await http.Send(HttpMethod.Delete, $"{Root}/{campaign}", null, 3).AssertProblem(409, "campaign-has-results");
        (await http.PutJson($"{Root}/{campaign}", Facts("Новое имя", "2021-01-01", "2021-12-31"), 3).Json())
            .GetProperty("title")
            .GetString()
            .ShouldBe("Новое имя");
        await given.InRegion(async db =>
        {
            var written = await db.ChangeEntries.SingleAsync(c => c.Thing == "DiagnosticResult", TestContext.Current.CancellationToken);
            written.RootId.ShouldBe(campaign);
            written.Changes.ShouldContain("deficitCount");
            written.Changes.ShouldNotContain("\"to\":\"2\"");
        });
    }

    private static async Task<string> Refusal(Task<HttpResponseMessage> call) =>
        Text((await call.AssertProblem(400, "validation")).GetProperty("errors")[0], "code")!;

    private static string? Text(JsonElement error, string field) => error.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static string Told(JsonElement finding) =>
        string.Create(
            System.Globalization.CultureInfo.GetCultureInfo("ru-RU"),
            $"{finding.GetProperty("deficit").GetString()} {(finding.GetProperty("score") is { ValueKind: JsonValueKind.Number } s ? s.GetDecimal() : null)} {finding.GetProperty("found").GetBoolean()}"
        );
}
