using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>The way of a person: look at the table, say what the columns are, check, put right, load.</summary>
public sealed class ImportWizardTests(ApiFactory api)
{
    private const string Wide =
        "Предмет;Школа 2018;Школа 2019;Регион 2018;Регион 2019\nРусский язык;73,4;71,1;74,1;73,9\nФизика;51,2;5 20;52;53\n";

    [Fact]
    public async Task From_the_upload_to_the_results()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();

        var import = await http.Import("exam-results", Wide, "&confirm=true");
        (import.State(), import.GetProperty("step").GetString()).ShouldBe(("awaitingConfirmation", "mapping"));
        var preview = await http.GetJson(Of(import, "preview"));
        preview.GetProperty("encoding").GetString().ShouldBe("utf-8");
        preview.GetProperty("delimiter").GetString().ShouldBe(";");
        preview.GetProperty("headerRow").GetInt32().ShouldBe(1);
        preview.GetProperty("columns")[2].GetProperty("header").GetString().ShouldBe("Школа 2019");
        preview.GetProperty("rows")[1][1].GetString().ShouldBe("73,4");
        preview.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()).ShouldContain("percent5");

        var check = await http.Act(import, "check", new { mapping = Mapping(given, school), mode = "atomic" });
        (check.State(), check.GetProperty("step").GetString()).ShouldBe(("awaitingConfirmation", "checked"));
        check.Counts().ShouldBe([8, 7, 0, 0, 1]);
        check.GetProperty("ready").GetInt32().ShouldBe(7);
        check.Errors().ShouldBe(["3 C number-invalid"]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
        await Post(http, check, "load", new { mode = "atomic" }).AssertProblem(409, "import-has-errors");

        var corrected = await http.Act(
            check,
            "corrections",
            new
            {
                row = 3,
                column = "c",
                value = "52,0",
            },
            HttpMethod.Put
        );
        corrected.GetProperty("errorsTotal").GetInt32().ShouldBe(0);
        corrected.GetProperty("corrections")[0].GetProperty("value").GetString().ShouldBe("52,0");
        var done = await http.Act(corrected, "load", new { mode = "atomic" });
        done.State().ShouldBe("succeeded");
        done.Counts().ShouldBe([8, 8, 0, 0, 0]);
        await given.InRegion(async db =>
        {
            (
                await db.ExamResults.Where(r => r.Subject == "physics" && r.Year == 2019).Select(r => r.MeanThousandths).ToListAsync()
            ).ShouldBe([52_000]);
            (
                await db
                    .ReferenceResults.OrderBy(r => r.Year)
                    .Where(r => r.Subject == "russian")
                    .Select(r => r.MeanThousandths)
                    .ToListAsync()
            ).ShouldBe([74_100, 73_900]);
        });
    }

    [Fact]
    public async Task Good_rows_may_be_loaded_without_the_wrong_ones()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide, "&confirm=true");
        var check = await http.Act(import, "check", new { mapping = Mapping(given, school), mode = "partial" });
        var done = await http.Act(check, "load", new { mode = "partial" });
        done.State().ShouldBe("partiallySucceeded");
        done.Counts().ShouldBe(check.Counts());
        done.GetProperty("errorsTotal").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_saved_mapping_is_guessed_next_time_and_shared_in_the_region()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide, "&confirm=true");
        var mapping = Mapping(given, school);
        await http.Act(
            import,
            "check",
            new
            {
                mapping,
                mode = "partial",
                saveMappingAs = "ЕГЭ за два года",
            }
        );

        using var colleague = await given.Operator();
        var next = await colleague.Import("exam-results", Wide.Replace("71,1", "75"), "&confirm=true");
        var preview = await colleague.GetJson(Of(next, "preview"));
        preview.GetProperty("guessedFrom").GetString().ShouldBe("ЕГЭ за два года");
        preview.GetProperty("guess").GetProperty("series").GetArrayLength().ShouldBe(4);
        // And without anybody looking, or by name.
        (await colleague.Import("exam-results", Wide, "&mode=partial"))
            .Counts()
            .ShouldBe([8, 7, 0, 0, 1]);
        (await colleague.Import("exam-results", Wide, "&mode=partial&mapping=" + Uri.EscapeDataString("ЕГЭ за два года")))
            .Counts()
            .ShouldBe([8, 0, 0, 7, 1]);
        await colleague.Upload("exam-results", [1], "&mapping=none").AssertProblem(404, "not-found");

        var saved = (await colleague.GetJson("/api/v1/import-mappings?kind=exam-results"))[0];
        (saved.GetProperty("name").GetString(), saved.GetProperty("editable").GetBoolean()).ShouldBe(("ЕГЭ за два года", true));
        using var coordinator = await given.Coordinator((await Places(given))[0]);
        (await coordinator.GetJson("/api/v1/import-mappings"))[0].GetProperty("editable").GetBoolean().ShouldBeFalse();
        var address = "/api/v1/import-mappings/" + saved.GetProperty("id").GetGuid();
        await coordinator.DeleteAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        (await colleague.DeleteAsync(address, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await colleague.GetJson("/api/v1/import-mappings")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_a_mapping_before_anything_runs()
    {
        var (given, _) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide, "&confirm=true");
        var mapping = new
        {
            columns = new
            {
                subject = "A",
                mean = "ZZ",
                colour = "B",
            },
            constants = new { year = "2019" },
        };

        var problem = await Post(http, import, "check", new { mapping, mode = "atomic" }).AssertProblem(400, "validation");
        problem
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => e.GetProperty("pointer").GetString() + " " + e.GetProperty("code").GetString())
            .ShouldBe(
                [
                    "/mapping/columns/mean unknown-column",
                    "/mapping/columns/colour unknown-property",
                    "/mapping/columns/assessment column-missing",
                    "/mapping/columns/grade column-missing",
                    "/mapping/columns/schoolCode column-missing",
                ],
                ignoreOrder: true
            );
        (await http.GetJson(Of(import))).State().ShouldBe("awaitingConfirmation");
    }

    [Fact]
    public async Task What_cannot_be_told_from_the_header_is_asked_for()
    {
        var (given, _) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide);
        import.State().ShouldBe("failed");
        import.GetProperty("errorsByCode").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ShouldContain("column-missing");
    }

    [Fact]
    public async Task Asks_at_the_wrong_moment_are_refused()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide, "&confirm=true");
        await Post(http, import, "load", new { mode = "atomic" }).AssertProblem(409, "import-not-checked");
        await http.Send(
                HttpMethod.Put,
                Of(import, "corrections"),
                new
                {
                    row = 2,
                    column = "B",
                    value = "",
                },
                Version(import)
            )
            .AssertProblem(409, "import-not-checked");
        await http.PostJson(Of(import, "load"), new { mode = "atomic" }).AssertProblem(428, "version-required");
        await http.PostJson(Of(import, "load"), new { mode = "atomic" }, version: 77).AssertProblem(412, "version-mismatch");

        var cancelled = await Post(http, import, "cancel", new { }).Json();
        cancelled.State().ShouldBe("cancelled");
        await Post(http, cancelled, "cancel", new { }).AssertProblem(409, "import-over");
        await Post(http, cancelled, "check", new { mapping = Mapping(given, school), mode = "atomic" })
            .AssertProblem(409, "import-not-waiting");
        await Post(http, cancelled, "rollback", new { }).AssertProblem(409, "nothing-to-roll-back");
    }

    [Fact]
    public async Task Errors_come_as_pages_as_a_table_and_in_the_workbook_itself()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table =
            "Код школы;Год;Процедура;Предмет;Класс;Средний балл\n"
            + $"{school.Code};2019;ЕГЭ;=HYPERLINK(\"http://x\");11;50\n{school.Code};2019;ЕГЭ;Химия;11;512\n";
        var import = await http.Import("exam-results", table);

        var page = await http.GetJson(Of(import, "errors?page=2&pageSize=1"));
        page.GetProperty("total").GetInt32().ShouldBe(2);
        page.GetProperty("items")[0].GetProperty("code").GetString().ShouldBe("out-of-range");
        var csv = await http.GetByteArrayAsync(Of(import, "errors.csv"), TestContext.Current.CancellationToken);
        csv[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        lines[0].ShouldStartWith("Строка;Столбец");
        lines[1].ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        lines[2].ShouldStartWith("3;F;;mean;out-of-range;512;");

        using var book = await http.GetAsync(Of(import, "annotated"), TestContext.Current.CancellationToken);
        book.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        // What comes back is a table that can be put right and sent again.
        var again = await http.Import("exam-results", await book.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        again.Errors().ShouldBe(["2 D subject-unknown", "3 F out-of-range"]);
    }

    [Fact]
    public async Task A_template_is_understood_without_a_mapping()
    {
        var (given, _) = await OneSchool();
        using var http = await given.Operator();
        foreach (var kind in new[] { "exam-results", "schools", "municipalities", "cohort-members", "indicator-values" })
        {
            var template = await http.GetByteArrayAsync($"/api/v1/import-templates/{kind}", TestContext.Current.CancellationToken);
            var import = await http.Import(kind, template);
            import.Errors().ShouldBe(["- - sheet-empty"], kind);
        }
    }

    [Fact]
    public async Task Polling_is_cheap_while_nothing_moves()
    {
        var (given, _) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Wide, "&confirm=true");
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(import));
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{Version(import)}\"");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(304);
    }

    [Fact]
    public async Task A_form_with_a_file_does_as_well()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("x"), "note" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Wide)), "file", "ЕГЭ 2019.csv" },
        };
        var mapping = Uri.EscapeDataString(JsonSerializer.Serialize(Mapping(given, school), JsonSerializerOptions.Web));
        var details = await http.PostAsync(
                $"/api/v1/imports?kind=exam-results&mode=partial&mapping={mapping}",
                form,
                TestContext.Current.CancellationToken
            )
            .Json(System.Net.HttpStatusCode.Accepted);
        details.GetProperty("fileName").GetString().ShouldBe("ЕГЭ 2019.csv");
        (await http.Imported(details.GetProperty("id").GetGuid())).Counts().ShouldBe([8, 7, 0, 0, 1]);

        using var empty = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await http.PostAsync("/api/v1/imports?kind=exam-results", empty, TestContext.Current.CancellationToken)
            .AssertProblem(400, "malformed");
        await http.Upload("exam-results", [1], "&mapping={\"colums\":{}}").AssertProblem(400, "validation");
    }

    private static MappingSpec Mapping(Given given, School school)
    {
        static SeriesSpec Series(string place, string code, string year, string column) =>
            new()
            {
                Constants = new Dictionary<string, string> { [place] = code, ["year"] = year },
                Columns = new Dictionary<string, string> { ["mean"] = column },
            };
        return new MappingSpec
        {
            Constants = new Dictionary<string, string> { ["assessment"] = "EGE", ["grade"] = "11" },
            Columns = new Dictionary<string, string> { ["subject"] = "A" },
            Series =
            [
                Series("schoolCode", school.Code, "2018", "B"),
                Series("schoolCode", school.Code, "2019", "C"),
                Series("placeCode", given.RegionCode, "2018", "D"),
                Series("placeCode", given.RegionCode, "2019", "E"),
            ],
        };
    }

    private static string Of(JsonElement import, string part = "") =>
        $"/api/v1/imports/{import.GetProperty("id").GetGuid()}{(part.Length > 0 ? "/" + part : "")}";

    private static int Version(JsonElement import) => import.GetProperty("version").GetInt32();

    private static Task<HttpResponseMessage> Post(HttpClient http, JsonElement import, string action, object body) =>
        http.PostJson(Of(import, action), body, Version(import));

    private static async Task<List<Municipality>> Places(Given given)
    {
        List<Municipality> places = [];
        await given.InRegion(async db => places = await db.Municipalities.AsNoTracking().ToListAsync());
        return places;
    }

    private async Task<(Given Given, School School)> OneSchool()
    {
        var given = await Given.Region(api);
        return (given, await given.School(await given.Municipality()));
    }
}
