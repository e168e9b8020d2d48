using System.Net;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Schools;

public sealed class RegisterSchoolTests(ApiFactory api)
{
    private static object Body(string municipality, string? code = null) =>
        new
        {
            code = code ?? Given.NewCode(),
            name = "МБОУ «СОШ № 2» ЕМР РТ",
            kind = "Secondary",
            locality = "Urban",
            municipalityCode = municipality,
            pupils = 780,
        };

    [Fact]
    public async Task Registers_and_finds_it_by_any_spelling()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var http = await given.Operator();

        using var answer = await http.PostJson("/api/v1/schools", Body(place.Code));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var card = await http.GetJson(answer.Headers.Location!.ToString());
        card.GetProperty("municipality").GetProperty("name").GetString().ShouldBe(place.Name);
        card.GetProperty("editable").GetBoolean().ShouldBeTrue();

        foreach (var spelling in new[] { "школа №2", "СОШ № 2", "сош 2" })
            (await http.GetJson("/api/v1/schools?search=" + Uri.EscapeDataString(spelling)))
                .GetProperty("total")
                .GetInt32()
                .ShouldBe(1, spelling);
        (await http.GetJson("/api/v1/schools?search=12")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Refuses_a_code_that_is_taken()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        var problem = await http.PostJson("/api/v1/schools", Body(school.MunicipalityCode, school.Code)).AssertProblem(409, "duplicate");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/code");
    }

    [Fact]
    public async Task Refuses_a_municipality_of_another_region_as_absent()
    {
        var elsewhere = await (await Given.Region(api)).Municipality();
        using var http = await (await Given.Region(api)).Operator();

        await http.PostJson("/api/v1/schools", Body(elsewhere.Code)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Names_each_wrong_field_by_its_pointer()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();

        var problem = await http.PostJson(
                "/api/v1/schools",
                new
                {
                    code = "№ 2",
                    name = "",
                    kind = "Secondary",
                    locality = "Urban",
                    municipalityCode = "x",
                    pupils = -1,
                }
            )
            .AssertProblem(400, "validation");
        problem
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => e.GetProperty("pointer").GetString())
            .ShouldBe(["/code", "/name", "/pupils"], ignoreOrder: true);
    }
}
