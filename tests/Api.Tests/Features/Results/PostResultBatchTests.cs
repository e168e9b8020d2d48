using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Batches;
using Opora.Api.Features.Results.Batches;
using Opora.Api.Http;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Imports;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Results;

public sealed class PostResultBatchTests(ApiFactory api)
{
    [Fact]
    public async Task The_example_of_the_contract_is_stored_with_its_provenance()
    {
        var (given, place, school) = await OneSchool();
        using var http = await given.Machine(Role.MunicipalSystem, place);
        var body = JsonSerializer
            .Serialize(ResultBatch.Example, JsonOptions.Web)
            .Replace("160312002", school.Code, StringComparison.Ordinal)
            .Replace("92626000", place.Code, StringComparison.Ordinal);

        var answer = await http.PostText(body).Json();
        answer.Outcome().ShouldBe([3, 3, 0, 0, 0]);
        answer.GetProperty("errorsTotal").GetInt32().ShouldBe(0);
        answer.GetProperty("errorsUrl").ValueKind.ShouldBe(JsonValueKind.Null);
        var import = answer.GetProperty("importId").GetGuid();
        await given.InRegion(async db =>
        {
            var results = await db.ExamResults.OrderBy(r => r.Grade).ToListAsync();
            results.ShouldAllBe(r => r.ImportId == import && r.SchoolId == school.Id);
            results.Select(r => r.EffectiveMeanThousandths).ShouldBe([4_342, 3_288]);
            results.Select(r => (r.Mark2, r.Mark5)).ShouldBe([(0, 4_990), (19, 6)]);
            var published = await db.ReferenceResults.SingleAsync();
            (published.PlaceCode, published.MeanThousandths).ShouldBe((place.Code, 54_400));
            var run = await db.ImportRuns.SingleAsync();
            (run.Id, run.State, run.Created).ShouldBe((import, ImportState.Succeeded, 3));
        });
    }

    [Fact]
    public async Task The_same_again_moves_nothing_and_a_correction_is_told_as_updated()
    {
        var (given, _, school) = await OneSchool();
        using var http = await given.Operator();
        object[] items = [school.Item(), school.Item(("subject", "physics"), ("mean", 52)), school.Item(("sitting", "Весна"))];
        (await http.PostBatch("", items).Json()).Outcome().ShouldBe([3, 3, 0, 0, 0]);
        var before = await Rows(given);

        (await http.PostBatch("", items).Json()).Outcome().ShouldBe([3, 0, 0, 3, 0]);
        (await Rows(given)).ShouldBe(before);

        items[1] = school.Item(("subject", "physics"), ("mean", 52.5m));
        (await http.PostBatch("", items).Json()).Outcome().ShouldBe([3, 0, 1, 2, 0]);
    }

    [Fact]
    public async Task All_or_nothing_leaves_nothing_and_tells_the_same_members()
    {
        var (given, _, school) = await OneSchool();
        using var http = await given.Operator();
        object[] items = [school.Item(), school.Item(("subject", "physics"), ("mean", 512))];

        foreach (var query in new[] { "?dryRun=true", "", "?mode=atomic" })
        {
            var refused = await http.PostBatch(query, items).AssertProblem(422, "batch-rejected");
            refused.Outcome().ShouldBe([2, 0, 0, 0, 2]);
            refused.Faults().ShouldBe(["/items/1/mean out-of-range"]);
            refused.GetProperty("errorsTotal").GetInt32().ShouldBe(1);
        }
        await given.InRegion(async db =>
        {
            (await db.ExamResults.CountAsync()).ShouldBe(0);
            (await db.ImportRuns.ToListAsync()).ShouldAllBe(r => r.State == ImportState.Failed);
        });
    }

    [Fact]
    public async Task In_part_the_right_ones_are_applied_and_all_errors_can_be_listed()
    {
        var (given, _, school) = await OneSchool();
        using var http = await given.Operator();
        List<object> items = [school.Item()];
        items.AddRange(Enumerable.Range(0, 120).Select(i => school.Item(("schoolCode", $"нет {i}"))));

        var answer = await http.PostBatch("?mode=partial", items).Json(HttpStatusCode.MultiStatus);
        answer.Outcome().ShouldBe([121, 1, 0, 0, 120]);
        answer.GetProperty("errors").GetArrayLength().ShouldBe(100);
        answer.GetProperty("errorsTotal").GetInt32().ShouldBe(120);
        var first = answer.GetProperty("errors")[0];
        first.GetProperty("index").GetInt32().ShouldBe(1);
        first.GetProperty("value").GetString().ShouldBe("нет 0");
        first.GetProperty("row").ValueKind.ShouldBe(JsonValueKind.Null);
        var all = await http.GetJson(answer.GetProperty("errorsUrl").GetString() + "?pageSize=200");
        all.GetProperty("total").GetInt32().ShouldBe(120);
        all.GetProperty("items")[119].GetProperty("index").GetInt32().ShouldBe(120);
    }

    [Fact]
    public async Task A_dry_run_counts_as_the_real_one_and_keeps_nothing()
    {
        var (given, place, school) = await OneSchool();
        using var http = await given.Operator();
        await http.PostBatch("", school.Item(), school.Item(("subject", "physics"))).Json();
        object[] next =
        [
            school.Item(),
            school.Item(("subject", "physics"), ("mean", 40)),
            school.Item(("subject", "chemistry")),
            school.Item(("placeCode", place.Code)).Without("schoolCode"),
            school.Item(("grade", "11")),
        ];

        var trial = await http.PostBatch("?mode=partial&dryRun=true", next).Json(HttpStatusCode.MultiStatus);
        trial.Outcome().ShouldBe([5, 2, 1, 1, 1]);
        trial.GetProperty("importId").ValueKind.ShouldBe(JsonValueKind.Null);
        await given.InRegion(async db =>
        {
            (await db.ExamResults.CountAsync()).ShouldBe(2);
            (await db.ReferenceResults.CountAsync()).ShouldBe(0);
            (await db.ImportRuns.CountAsync()).ShouldBe(1);
        });
        (await http.PostBatch("?mode=partial", next).Json(HttpStatusCode.MultiStatus)).Outcome().ShouldBe(trial.Outcome());
    }

    [Fact]
    public async Task What_lies_outside_is_unknown_and_an_applied_batch_can_be_rolled_back()
    {
        var (given, place, school) = await OneSchool();
        var elsewhere = await given.Municipality("Агрызский район");
        var foreign = await given.School(elsewhere, "СОШ № 9");
        using var http = await given.Machine(Role.MunicipalSystem, place);
        var answer = await http.PostBatch(
                "?mode=partial",
                foreign.Item(),
                school.Item(("schoolCode", "000")),
                school.Item(("placeCode", elsewhere.Code)).Without("schoolCode"),
                school.Item(("placeCode", given.RegionCode)).Without("schoolCode"),
                school.Item()
            )
            .Json(HttpStatusCode.MultiStatus);
        answer
            .Faults()
            .ShouldBe([
                "/items/0/schoolCode school-unknown",
                "/items/1/schoolCode school-unknown",
                "/items/2/placeCode place-unknown",
                "/items/3/placeCode place-unknown",
            ]);

        var import = await http.GetJson("/api/v1/imports/" + answer.GetProperty("importId").GetString());
        import.State().ShouldBe("partiallySucceeded");
        await http.PostJson($"/api/v1/imports/{import.GetProperty("id")}/rollback", new { }, import.GetProperty("version").GetInt32())
            .Json();
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task Who_may_not_send_is_refused()
    {
        var (given, _, school) = await OneSchool();
        using var reader = await given.Machine(Role.Integration);
        await reader.PostBatch("", school.Item()).AssertProblem(403, "forbidden");
    }

    private static async Task<List<string>> Rows(Given given)
    {
        List<string> rows = [];
        await given.InRegion(async db =>
            rows = await db.ExamResults.OrderBy(r => r.Id).Select(r => r.Id + " " + r.ImportId + " " + r.ChangeNo).ToListAsync()
        );
        return rows;
    }

    private async Task<(Given Given, Municipality Place, School School)> OneSchool()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        return (given, place, await given.School(place));
    }
}
