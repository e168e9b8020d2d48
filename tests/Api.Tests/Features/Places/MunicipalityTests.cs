using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Places;

public sealed class MunicipalityTests(ApiFactory api)
{
    [Fact]
    public async Task Lists_them_in_Russian_order_with_the_schools_that_the_caller_reaches()
    {
        var given = await Given.Region(api);
        await given.Municipality("Ютазинский район");
        await given.Municipality("Ёлкинский район");
        var own = await given.Municipality("Елабужский район");
        await given.Municipality("агрызский район");
        await given.School(own);
        await given.School(own, "СОШ № 8");

        async Task<List<JsonElement>> Seen(Task<HttpClient> caller)
        {
            using var http = await caller;
            return [.. (await http.GetJson("/api/v1/municipalities")).EnumerateArray()];
        }

        var all = await Seen(given.Operator());
        all.Select(m => m.GetProperty("name").GetString())
            .ShouldBe(["агрызский район", "Елабужский район", "Ёлкинский район", "Ютазинский район"]);
        all.Select(m => m.GetProperty("schools").GetInt32()).ShouldBe([0, 2, 0, 0]);
        (await Seen(given.Machine(Role.Integration))).Count.ShouldBe(4);
        (await Seen((await Given.Region(api)).Operator())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Registers_and_renames()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var code = Given.NewCode()[1..];
        var body = new
        {
            code,
            name = "Елабужский район",
            regionCode = given.RegionCode,
        };

        using var answer = await http.PostJson("/api/v1/municipalities", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = answer.Headers.Location!.ToString();
        (await http.GetJson(address)).GetProperty("name").GetString().ShouldBe("Елабужский район");
        var problem = await http.PostJson("/api/v1/municipalities", body).AssertProblem(409, "duplicate");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/code");

        (await http.PutJson(address, new { name = "Елабужский округ" }).Json())
            .GetProperty("name")
            .GetString()
            .ShouldBe("Елабужский округ");
    }

    [Fact]
    public async Task Refuses_a_region_of_others()
    {
        var given = await Given.Region(api);
        using var http = await (await Given.Region(api)).Operator();

        await http.PostJson(
                "/api/v1/municipalities",
                new
                {
                    code = Given.NewCode()[1..],
                    name = "Чужой район",
                    regionCode = given.RegionCode,
                }
            )
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Lists_the_regions_of_the_caller()
    {
        var given = await Given.Region(api);
        using var http = await given.Observer();
        var region = (await http.GetJson("/api/v1/regions")).EnumerateArray().ShouldHaveSingleItem();
        region.GetProperty("code").GetString().ShouldBe(given.RegionCode);
    }
}
