using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Results;

public sealed class ListDynamicsSchoolsTests(ApiFactory api)
{
    private const string Query = "?assessment=EGE&subject=russian&grade=11&year=2019";
    private const string Url = "/api/v1/dynamics/schools" + Query;

    private static IEnumerable<string?> Names(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("school").GetProperty("name").GetString());

    private sealed record Setting(Given Given, Municipality First, Municipality Second, List<School> Schools);

    private async Task<Setting> Set()
    {
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality("Агрызский район"), await given.Municipality("Елабужский район"));
        var schools = new List<School>();
        for (var i = 1; i <= 6; i++)
            schools.Add(await given.School(i <= 3 ? first : second, $"СОШ № {i}"));
        await given.Results(
            schools[0].In(2018, 50),
            schools[0].In(2019, 52.5m),
            schools[1].In(2018, 60),
            schools[1].In(2019, 59),
            schools[2].In(2018, 50),
            schools[2].In(2019, 50),
            schools[3].In(2018, 50),
            schools[3].In(2019, 60),
            schools[4].In(2019, 70)
        );
        return new Setting(given, first, second, schools);
    }

    [Fact]
    public async Task Names_the_schools_behind_each_number()
    {
        var (given, first, second, schools) = await Set();
        var cohort = await given.Cohort(
            "2019",
            (schools[0], SupportCategory.LowResults),
            (schools[3], SupportCategory.Both),
            (schools[5], SupportCategory.AdverseConditions)
        );
        using var http = await given.Operator();

        Names(await http.GetJson(Url)).ShouldBe(["СОШ № 1", "СОШ № 2", "СОШ № 3", "СОШ № 4", "СОШ № 5"]);
        var rising = await http.GetJson(Url + "&direction=rising&sort=-change");
        Names(rising).ShouldBe(["СОШ № 4", "СОШ № 1"]);
        var school = rising.GetProperty("items")[1];
        school.GetProperty("before").GetProperty("mean").GetDecimal().ShouldBe(50m);
        school.GetProperty("after").GetProperty("participants").GetInt32().ShouldBe(20);
        school.GetProperty("change").GetDecimal().ShouldBe(2.5m);
        school.GetProperty("category").GetString().ShouldBe("LowResults");
        Names(await http.GetJson(Url + "&direction=falling")).ShouldBe(["СОШ № 2"]);
        Names(await http.GetJson(Url + "&direction=equal")).ShouldBe(["СОШ № 3"]);
        Names(await http.GetJson(Url + "&direction=none")).ShouldBe(["СОШ № 5"]);
        Names(await http.GetJson(Url + "&base=cohort&direction=none")).ShouldBe(["СОШ № 6"], "on the list and without a result");
        Names(await http.GetJson(Url + "&municipality=" + first.Code)).ShouldBe(["СОШ № 1", "СОШ № 2", "СОШ № 3"]);
        Names(await http.GetJson($"{Url}&groupBy=municipality&group={second.Code}")).ShouldBe(["СОШ № 4", "СОШ № 5"]);
        Names(await http.GetJson(Url + "&groupBy=category&group=AdverseConditions")).ShouldBe(["СОШ № 4", "СОШ № 6"]);
        Names(await http.GetJson($"{Url}&groupBy=cohort&group={cohort.Id}")).ShouldBe(["СОШ № 1", "СОШ № 4", "СОШ № 6"]);
        Names(await http.GetJson($"{Url}&groupBy=region&group={given.RegionCode}&direction=rising")).ShouldBe(["СОШ № 1", "СОШ № 4"]);
        foreach (var outside in new[] { "&groupBy=region&group=RU-XX", "&groupBy=municipality&group=1", "&cohort=" + Guid.NewGuid() })
            await http.GetAsync(Url + outside, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Every_number_of_the_dynamics_has_its_schools()
    {
        var (given, _, _, schools) = await Set();
        await given.Cohort("2019", [.. schools.Select((s, i) => (s, (SupportCategory)(i % 3)))]);
        await given.Cohort("2018", (schools[0], SupportCategory.Both), (schools[4], SupportCategory.LowResults));
        using var http = await given.Operator();

        foreach (var by in new[] { "region", "municipality", "category", "cohort" })
        foreach (var of in new[] { "comparable", "cohort" })
        {
            var question = $"{Query}&groupBy={by}&base={of}";
            foreach (var group in (await http.GetJson("/api/v1/dynamics" + question)).GetProperty("groups").EnumerateArray())
            foreach (var direction in new[] { "rising", "falling", "equal", "none" })
            {
                var key = group.GetProperty("key").GetString();
                var number = group.GetProperty(direction == "none" ? "withoutComparison" : direction).GetInt32();
                var behind = await http.GetJson($"/api/v1/dynamics/schools{question}&group={key}&direction={direction}");
                behind.GetProperty("total").GetInt32().ShouldBe(number, $"{question} {key} {direction}");
            }
        }
    }

    [Fact]
    public async Task Pages_sorts_and_keeps_to_the_scope()
    {
        var (given, first, _, _) = await Set();
        using var http = await given.Operator();

        var page = await http.GetJson(Url + "&pageSize=2&page=2&sort=after");
        Names(page).ShouldBe(["СОШ № 2", "СОШ № 4"]);
        page.GetProperty("total").GetInt32().ShouldBe(5);
        Names(await http.GetJson(Url + "&sort=-before")).Last().ShouldBe("СОШ № 5", "without a value stands last");
        await http.GetAsync(Url + "&pageSize=201", TestContext.Current.CancellationToken).AssertProblem(400, "validation");
        await http.GetAsync(Url + "&group=x", TestContext.Current.CancellationToken).AssertProblem(400, "validation");

        using var coordinator = await given.Coordinator(first);
        Names(await coordinator.GetJson(Url)).ShouldBe(["СОШ № 1", "СОШ № 2", "СОШ № 3"]);

        using var counted = new StatementCount(api, http);
        await http.GetJson(Url + "&municipality=" + first.Code);
        counted.Count.ShouldBeLessThanOrEqualTo(6, string.Join("\n\n", counted.Statements));
    }

    [Fact]
    public async Task The_register_is_filtered_by_the_same_directions()
    {
        var (given, _, _, _) = await Set();
        using var http = await given.Operator();

        async Task<IEnumerable<string?>> Listed(string direction) =>
            (await http.GetJson($"/api/v1/schools{Query}&dynamics={direction}"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(s => s.GetProperty("name").GetString());
        (await Listed("rising")).ShouldBe(["СОШ № 1", "СОШ № 4"]);
        (await Listed("falling")).ShouldBe(["СОШ № 2"]);
        (await Listed("equal")).ShouldBe(["СОШ № 3"]);
        (await Listed("none")).ShouldBe(["СОШ № 5", "СОШ № 6"]);
        foreach (
            var incomplete in new[] { "?dynamics=rising", "?assessment=EGE", "?dynamics=rising&assessment=VPR&subject=main&year=2019" }
        )
            await http.GetAsync("/api/v1/schools" + incomplete, TestContext.Current.CancellationToken).AssertProblem(400, "validation");
    }
}
