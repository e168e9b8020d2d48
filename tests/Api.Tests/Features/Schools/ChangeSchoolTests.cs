using System.Net;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Schools;

/// <summary>Revise, close, merge and reopen: what changes, what is refused, what the history keeps.</summary>
public sealed class ChangeSchoolTests(ApiFactory api)
{
    private const string Day = "2021-08-31";

    private static object Facts(string name = "МБОУ «СОШ № 2» ЕМР РТ", int? pupils = 640) =>
        new
        {
            name,
            kind = "Secondary",
            locality = "Urban",
            pupils,
        };

    [Fact]
    public async Task Revises_and_advances_the_version()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        using var answer = await http.PutJson($"/api/v1/schools/{school.Id}", Facts(pupils: 512), version: 1);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe("\"2\"");
        var card = await http.GetJson($"/api/v1/schools/{school.Id}");
        card.GetProperty("pupils").GetInt32().ShouldBe(512);
        card.GetProperty("teachers").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "What is left out becomes unknown.");
        card.GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_stale_version_before_any_rule()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        await http.PutJson($"/api/v1/schools/{school.Id}", Facts(), version: 1).Json();

        await http.PutJson($"/api/v1/schools/{school.Id}", Facts(), version: 1).AssertProblem(412, "version-mismatch");
        await http.PostJson($"/api/v1/schools/{school.Id}/reopen", new { reason = "Ошибка" }, version: 1)
            .AssertProblem(412, "version-mismatch");
        await http.PostJson($"/api/v1/schools/{school.Id}/reopen", new { reason = "Ошибка" }).AssertProblem(428, "version-required");
    }

    [Fact]
    public async Task Closes_for_good_and_reopens_what_was_a_mistake()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var address = $"/api/v1/schools/{school.Id}";

        var closed = await http.PostJson(address + "/close", new { closedOn = Day, reason = "Ликвидация" }, version: 1).Json();
        closed.GetProperty("state").GetString().ShouldBe("Closed");
        closed.GetProperty("closedOn").GetString().ShouldBe(Day);

        await http.PutJson(address, Facts(), version: 2).AssertProblem(409, "school-closed");
        var open = await http.PostJson(address + "/reopen", new { reason = "Закрыта по ошибке" }, version: 2).Json();
        open.GetProperty("state").GetString().ShouldBe("Open");
        await http.PostJson(address + "/reopen", new { reason = "Ещё раз" }, version: 3).AssertProblem(409, "school-open");
    }

    [Theory]
    [InlineData("2021-09-03", "date-in-future")]
    [InlineData("2014-01-01", "date-before-start")]
    public async Task Refuses_a_day_that_cannot_be(string day, string code)
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        await http.PostJson($"/api/v1/schools/{school.Id}/close", new { closedOn = day, reason = "Ликвидация" }, version: 1)
            .AssertProblem(409, code);
    }

    [Fact]
    public async Task Asks_for_a_reason()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        var problem = await http.PostJson($"/api/v1/schools/{school.Id}/close", new { closedOn = Day, reason = " " }, version: 1)
            .AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/reason");
    }

    [Fact]
    public async Task Merges_into_an_open_school_only()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (small, large) = (await given.School(place, "ООШ № 5"), await given.School(place, "СОШ № 2"));
        using var http = await given.Operator();
        Task<HttpResponseMessage> Merge(Guid id, Guid into, int version) =>
            http.PostJson(
                $"/api/v1/schools/{id}/merge",
                new
                {
                    intoId = into,
                    mergedOn = Day,
                    reason = "Реорганизация",
                },
                version
            );

        await Merge(small.Id, small.Id, 1).AssertProblem(409, "merge-into-itself");
        var merged = await Merge(small.Id, large.Id, 1).Json();
        merged.GetProperty("state").GetString().ShouldBe("Merged");
        merged.GetProperty("mergedInto").GetProperty("id").GetGuid().ShouldBe(large.Id);

        await Merge(large.Id, small.Id, 1).AssertProblem(409, "merge-into-closed");
    }

    [Fact]
    public async Task Finds_no_school_of_another_region_to_merge_into()
    {
        var given = await Given.Region(api);
        var elsewhere = await Given.Region(api);
        var own = await given.School(await given.Municipality());
        var other = await elsewhere.School(await elsewhere.Municipality());
        using var http = await given.Operator();

        var problem = await http.PostJson(
                $"/api/v1/schools/{own.Id}/merge",
                new
                {
                    intoId = other.Id,
                    mergedOn = Day,
                    reason = "Реорганизация",
                },
                version: 1
            )
            .AssertProblem(404, "not-found");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/intoId");
    }
}
