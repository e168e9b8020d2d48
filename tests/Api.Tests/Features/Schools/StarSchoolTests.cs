using System.Net;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Schools;

public sealed class StarSchoolTests(ApiFactory api)
{
    [Fact]
    public async Task A_star_is_ones_own()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 8"));
        using var http = await given.Operator();
        using var neighbour = await given.Operator();

        await Put(http, school);
        await Put(http, school);

        (await Starred(http)).ShouldBe([school.Id]);
        (await Starred(http, "false")).ShouldBe([other.Id]);
        (await Starred(neighbour)).ShouldBeEmpty();
        (await http.GetJson($"/api/v1/schools/{school.Id}/star")).GetProperty("starred").GetBoolean().ShouldBeTrue();
        (await neighbour.GetJson($"/api/v1/schools/{school.Id}/star")).GetProperty("starred").GetBoolean().ShouldBeFalse();
        (await http.GetJson("/api/v1/schools?sort=code"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(s => s.GetProperty("starred").GetBoolean())
            .ShouldBe([true, false]);

        await neighbour.Send(HttpMethod.Delete, $"/api/v1/schools/{school.Id}/star", null, null).Answers(HttpStatusCode.NoContent);
        (await Starred(http)).ShouldBe([school.Id]);
        await http.Send(HttpMethod.Delete, $"/api/v1/schools/{school.Id}/star", null, null).Answers(HttpStatusCode.NoContent);
        (await Starred(http)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_school_that_leaves_ones_places_vanishes_with_its_star()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        using var http = await given.Coordinator(own);
        using var operating = await given.Operator();
        await Put(http, school);
        (await Starred(http)).ShouldBe([school.Id]);

        await operating
            .PostJson(
                $"/api/v1/schools/{school.Id}/move",
                new
                {
                    municipalityCode = other.Code,
                    movedOn = "2020-01-09",
                    reason = "Изменение границ",
                },
                1
            )
            .Json();

        (await Starred(http)).ShouldBeEmpty();
        await http.GetAsync($"/api/v1/schools/{school.Id}/star", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await http.Send(HttpMethod.Delete, $"/api/v1/schools/{school.Id}/star", null, null).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Finds_schools_without_results_of_a_year()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (with, without) = (await given.School(place), await given.School(place, "СОШ № 8"));
        await given.Results(with.In(2020, 70), without.In(2019, 60));
        using var http = await given.Operator();

        (await Ids(http, "withoutResults=2020")).ShouldBe([without.Id]);
        (await Ids(http, "withoutResults=2019")).ShouldBe([with.Id]);
    }

    private static async Task Put(HttpClient http, School school) =>
        await http.Send(HttpMethod.Put, $"/api/v1/schools/{school.Id}/star", null, null).Answers(HttpStatusCode.NoContent);

    private static Task<Guid[]> Starred(HttpClient http, string value = "true") => Ids(http, "starred=" + value);

    private static async Task<Guid[]> Ids(HttpClient http, string query) =>
        [
            .. (await http.GetJson("/api/v1/schools?" + query))
                .GetProperty("items")
                .EnumerateArray()
                .Select(s => s.GetProperty("id").GetGuid()),
        ];
}
