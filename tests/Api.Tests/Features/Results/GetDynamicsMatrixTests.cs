using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Results;

public sealed class GetDynamicsMatrixTests(ApiFactory api)
{
    private const string Url = "/api/v1/dynamics/matrix?assessment=VPR&year=2019";

    private static Figures Cell(JsonElement row, string subject) =>
        Figures.Of(
            (row.ValueKind == JsonValueKind.Array ? row : row.GetProperty("cells"))
                .EnumerateArray()
                .Single(c => c.GetProperty("subject").GetString() == subject)
        );

    [Fact]
    public async Task Crosses_municipalities_with_subjects()
    {
        var given = await Given.Region(api);
        var (second, first) = (await given.Municipality("Елабужский район"), await given.Municipality("Агрызский район"));
        var (a, b, c) = (await given.School(first), await given.School(first), await given.School(second));
        await given.Results(
            a.InVpr(2018, "russian", 4, 3m),
            a.InVpr(2019, "russian", 4, 4m),
            a.InVpr(2018, "mathematics", 4, 3m),
            a.InVpr(2019, "mathematics", 4, 4m),
            b.InVpr(2018, "russian", 4, 3m),
            b.InVpr(2019, "russian", 4, 2.5m),
            b.InVpr(2018, "russian", 5, 3m),
            b.InVpr(2019, "russian", 5, 3m),
            c.InVpr(2019, "biology", 6, 3m)
        );
        using var http = await given.Operator();

        var matrix = await http.GetJson(Url);
        matrix
            .GetProperty("subjects")
            .EnumerateArray()
            .Select(s => s.GetProperty("code").GetString())
            .ShouldBe(["main", "russian", "mathematics", "biology"]);
        var rows = matrix.GetProperty("rows");
        rows.EnumerateArray()
            .Select(r => r.GetProperty("municipality").GetProperty("name").GetString())
            .ShouldBe(["Агрызский район", "Елабужский район"]);
        Cell(rows[0], "russian").ShouldBe(new Figures(1, 1, 1, 0, 0, "1/3"), "each grade counts");
        Cell(rows[0], "main").ShouldBe(new Figures(1, 0, 0, 0, 1, "1/1"));
        Cell(rows[0], "biology").ShouldBe(new Figures(0, 0, 0, 0, 0, "–"));
        Cell(rows[1], "biology").ShouldBe(new Figures(0, 0, 0, 0, 1, "–"));
        Cell(matrix.GetProperty("total"), "russian").Share.ShouldBe("1/3");
        Cell((await http.GetJson(Url + "&grade=5")).GetProperty("total"), "russian").ShouldBe(new Figures(0, 0, 1, 0, 0, "0/1"));

        using var coordinator = await given.Coordinator(second);
        var own = await coordinator.GetJson(Url);
        own.GetProperty("rows").GetArrayLength().ShouldBe(1);
        own.GetProperty("subjects").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Follows_a_list_of_this_year_and_of_another()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (a, b, c) = (await given.School(place), await given.School(place), await given.School(place));
        await given.Results(
            new[] { a, b }.SelectMany(s =>
                new[] { "russian", "mathematics" }.SelectMany(subject =>
                    new[] { s.InVpr(2018, subject, 4, 3m), s.InVpr(2019, subject, 4, s == a ? 4m : 2m) }
                )
            )
        );
        await given.Cohort("2019", (a, SupportCategory.LowResults), (c, SupportCategory.AdverseConditions));
        var former = await given.Cohort("2018", (b, SupportCategory.LowResults), (c, SupportCategory.Both));
        using var http = await given.Operator();

        async Task<JsonElement> Total(string query) => (await http.GetJson(Url + query)).GetProperty("total");
        Cell(await Total(""), "russian").Share.ShouldBe("1/2");
        Cell(await Total("&base=cohort"), "main").ShouldBe(new Figures(1, 0, 0, 0, 1, "1/2"));
        Cell(await Total("&category=LowResults"), "russian").Share.ShouldBe("1/1");
        Cell(await Total($"&base=cohort&cohort={former.Id}"), "main").ShouldBe(new Figures(0, 1, 0, 0, 1, "0/2"));
        Cell(await Total($"&cohort={former.Id}&category=AdverseConditions"), "russian").Share.ShouldBe("–");
        await http.GetAsync(Url + "&cohort=" + Guid.NewGuid(), TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Reads_one_statement_of_rollups_however_many_results_stand_behind()
    {
        var given = await Given.Region(api);
        var schools = new List<School>();
        foreach (var place in new[] { await given.Municipality(), await given.Municipality("Агрызский район") })
            for (var i = 0; i < 10; i++)
                schools.Add(await given.School(place));
        string[] subjects = ["russian", "mathematics", "history"];
        await given.Results(
            from school in schools
            from subject in subjects
            from year in new[] { 2018, 2019 }
            select school.InVpr(year, subject, 4, 3m + year % 2)
        );
        using var http = await given.Operator();
        await http.GetJson(Url);

        using var counted = new StatementCount(api, http);
        var matrix = await http.GetJson(Url);
        Cell(matrix.GetProperty("total"), "russian").Share.ShouldBe("20/20");
        counted.Statements.Count(s => s.Contains("result_rollups")).ShouldBe(1);
        counted.Statements.ShouldAllBe(s => !s.Contains("exam_results"));
        counted.Count.ShouldBe(4, string.Join("\n\n", counted.Statements));
    }

    [Fact]
    public async Task Options_name_what_there_is()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        await given.Results(
            school.In(2019, 60),
            school.InVpr(2018, "russian", 5, 4m),
            school.InVpr(2019, "russian", 4, 4m),
            school.In(2021, 3m, assessment: Assessment.REGIONAL, subject: "reading-literacy", grade: 6, sitting: "Весна")
        );
        using var http = await given.Coordinator(own);

        var options = await http.GetJson("/api/v1/dynamics/options");
        options.EnumerateArray().Select(o => o.GetProperty("assessment").GetString()).ShouldBe(["EGE", "VPR", "REGIONAL"]);
        var vpr = options[1];
        vpr.GetProperty("years").EnumerateArray().Select(y => y.GetInt32()).ShouldBe([2018, 2019]);
        vpr.GetProperty("subjects").EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["main", "russian"]);
        vpr.GetProperty("subjects")[1].GetProperty("grades").EnumerateArray().Select(g => g.GetInt32()).ShouldBe([4, 5]);
        options[2].GetProperty("subjects")[0].GetProperty("sittings")[0].GetString().ShouldBe("Весна");

        using var elsewhere = await given.Coordinator(other);
        (await elsewhere.GetJson("/api/v1/dynamics/options")).GetArrayLength().ShouldBe(0);
    }
}
