using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Schools;

public sealed class ListSchoolsTests(ApiFactory api)
{
    [Fact]
    public async Task Shows_each_caller_only_their_own()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality("Елабужский район"), await given.Municipality("Агрызский район"));
        var school = await given.School(own, "СОШ № 2");
        await given.School(own, "СОШ № 8");
        await given.School(other, "СОШ № 1");

        async Task<int> Seen(Task<HttpClient> caller)
        {
            using var http = await caller;
            return (await http.GetJson("/api/v1/schools")).GetProperty("total").GetInt32();
        }

        (await Seen(given.Operator())).ShouldBe(3);
        (await Seen(given.Observer())).ShouldBe(3);
        (await Seen(given.Coordinator(own))).ShouldBe(2);
        (await Seen(given.SchoolPerson(school))).ShouldBe(1);
        (await Seen(given.Machine(Role.Integration))).ShouldBe(3);
        (await Seen(given.Machine(Role.MunicipalSystem, other))).ShouldBe(1);
    }

    [Fact]
    public async Task A_school_outside_the_scope_is_not_found()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(other);
        using var http = await given.Coordinator(own);

        await http.GetAsync($"/api/v1/schools/{school.Id}", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("pageSize=201", "/pageSize")]
    [InlineData("page=0", "/page")]
    [InlineData("sort=secret", "/sort")]
    public async Task Refuses_what_is_out_of_range(string query, string pointer)
    {
        using var http = await (await Given.Region(api)).Operator();

        var problem = await http.GetAsync("/api/v1/schools?" + query, TestContext.Current.CancellationToken)
            .AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("name", "Елань, СОШ | «Ёлочка», НОШ | СОШ № 2 | сош №10 | Школа № 1")]
    [InlineData("-name", "Школа № 1 | сош №10 | СОШ № 2 | «Ёлочка», НОШ | Елань, СОШ")]
    [InlineData("pupils", "Школа № 1 | СОШ № 2 | сош №10 | Елань, СОШ | «Ёлочка», НОШ")]
    public async Task Sorts_as_people_look_for_names(string sort, string expected)
    {
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality("Ёлкинский район"), await given.Municipality("Жуковский район"));
        await given.School(first, "Школа № 1", f => f with { Pupils = null });
        await given.School(first, "СОШ № 2", f => f with { Pupils = 10 });
        await given.School(first, "сош №10", f => f with { Pupils = 20 });
        await given.School(second, "Елань, СОШ", f => f with { Pupils = 30 });
        await given.School(second, "«Ёлочка», НОШ", f => f with { Pupils = 40 });
        using var http = await given.Operator();

        var names = (await http.GetJson("/api/v1/schools?sort=" + sort))
            .GetProperty("items")
            .EnumerateArray()
            .Select(s => s.GetProperty("name").GetString());
        names.ShouldBe(expected.Split(" | "), sort);
        (await http.GetJson("/api/v1/schools?sort=-municipality"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(s => s.GetProperty("municipality").GetProperty("name").GetString())
            .ShouldBe([second.Name, second.Name, first.Name, first.Name, first.Name]);
    }

    [Fact]
    public async Task Refuses_the_signed_out()
    {
        using var http = api.CreateBrowser();
        await http.GetAsync("/api/v1/schools", TestContext.Current.CancellationToken).AssertProblem(401, "signed-out");
    }
}
