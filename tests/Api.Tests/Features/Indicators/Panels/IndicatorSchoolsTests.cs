using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Indicators.Panels;

public sealed class IndicatorSchoolsTests(ApiFactory api)
{
    private async Task<(
        Given Given,
        Municipality Here,
        Municipality There,
        List<School> Schools,
        IndicatorSet Set,
        Indicator Indicator
    )> Ranked()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality("Агрызский район"), await given.Municipality("Буинский район"));
        List<School> schools = [];
        for (var i = 0; i < 6; i++)
            schools.Add(await given.School(i < 4 ? here : there, $"СОШ № {i + 1}"));
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(
            indicators[0],
            (schools[0], Measure.Share(1, 2)),
            (schools[1], Measure.Share(4, 6)),
            (schools[2], Measure.Share(20, 30)),
            (schools[3], Measure.Share(9, 10)),
            (schools[4], Measure.Share(1, 4))
        );
        return (given, here, there, schools, set, indicators[0]);
    }

    private static string Address(Indicator indicator, string of, string more = "") =>
        $"/api/v1/indicators/{indicator.Id}/{of}?period=2019{more}";

    private static List<string> Places(JsonElement ranking) =>
        [.. ranking.GetProperty("items").EnumerateArray().Select(s => $"{s.GetProperty("place")} {s.GetProperty("name").GetString()}")];

    [Fact]
    public async Task Equal_schools_share_a_place_and_those_without_a_value_stand_last()
    {
        var (given, _, _, _, _, indicator) = await Ranked();
        using var http = await given.Operator();
        var ranking = await http.GetJson(Address(indicator, "schools"));
        Places(ranking).ShouldBe(["1 СОШ № 4", "2 СОШ № 2", "2 СОШ № 3", "4 СОШ № 1", "5 СОШ № 5", " СОШ № 6"]);
        ranking.GetProperty("total").GetInt32().ShouldBe(6);
        ranking.GetProperty("values").EnumerateArray().Select(v => v.GetDecimal()).ShouldBe([25m, 50m, 66.667m, 66.667m, 90m]);
        var spread = ranking.GetProperty("spread");
        (spread.GetProperty("median").GetDecimal(), spread.GetProperty("lowerQuartile").GetDecimal()).ShouldBe((66.667m, 50m));
        ranking.GetProperty("figures").GetProperty("withoutValue").GetInt32().ShouldBe(1);

        Places(await http.GetJson(Address(indicator, "schools", "&sort=-place&pageSize=2&page=2"))).ShouldBe(["2 СОШ № 2", "2 СОШ № 3"]);
        await http.GetAsync(Address(indicator, "schools", "&sort=secret"), Cancel).AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Places_count_among_the_schools_that_are_asked_about_and_achievement_only_narrows_the_list()
    {
        var (given, here, _, s, _, indicator) = await Ranked();
        await given.Targets(indicator, GivenPanels.Year, (s[0], 50), (s[1], 70), (s[5], 10));
        await given.Cohort("2019", (s[0], SupportCategory.LowResults), (s[4], SupportCategory.Both));
        using var http = await given.Operator();
        Places(await http.GetJson(Address(indicator, "schools", "&category=AdverseConditions"))).ShouldBe(["1 СОШ № 5"]);
        Places(await http.GetJson(Address(indicator, "schools", $"&municipality={here.Code}&achievement=Achieved")))
            .ShouldBe(["4 СОШ № 1"]);
        Places(await http.GetJson(Address(indicator, "schools", "&achievement=NoValue"))).ShouldBe([" СОШ № 6"]);
        await http.GetAsync(Address(indicator, "schools", "&municipality=00000000"), Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Only_schools_within_the_scope_are_ranked()
    {
        var (given, _, there, s, _, indicator) = await Ranked();
        using var coordinator = await given.Coordinator(there);
        Places(await coordinator.GetJson(Address(indicator, "schools"))).ShouldBe(["1 СОШ № 5", " СОШ № 6"]);
        using var school = await given.SchoolPerson(s[0]);
        await school.GetAsync(Address(indicator, "schools"), Cancel).AssertProblem(404, "not-found");
        await school.GetAsync(Address(indicator, "aggregate"), Cancel).AssertProblem(404, "not-found");
        using var stranger = await (await Given.Region(api)).Operator();
        await stranger.GetAsync(Address(indicator, "schools"), Cancel).AssertProblem(404, "not-found");
        await stranger.GetAsync(Address(indicator, "trend").Split('?')[0], Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Groups_add_up_by_municipality_category_and_list()
    {
        var (given, here, there, s, _, indicator) = await Ranked();
        await given.Cohort("2019", (s[0], SupportCategory.LowResults), (s[4], SupportCategory.Both));
        await given.Cohort("2017", (s[3], SupportCategory.LowResults), (s[5], SupportCategory.LowResults));
        using var http = await given.Operator();

        async Task<List<string>> Groups(string by) =>
            [
                .. (await http.GetJson(Address(indicator, "aggregate", "&groupBy=" + by)))
                    .GetProperty("groups")
                    .EnumerateArray()
                    .Select(g => g.GetProperty("figures"))
                    .Select(f =>
                        $"{f.GetProperty("figure").GetProperty("numerator")}/{f.GetProperty("figure").GetProperty("denominator")} "
                        + $"{f.GetProperty("schools")} of {f.GetProperty("registered")}"
                    ),
            ];

        (await Groups("region")).ShouldBe(["35/52 5 of 6"]);
        (await Groups("municipality")).ShouldBe(["34/48 4 of 4", "1/4 1 of 2"]);
        (await Groups("category")).ShouldBe(["2/6 2 of 2", "1/4 1 of 1", "1/4 1 of 1"]);
        (await Groups("cohort")).ShouldBe(["2/6 2 of 2", "9/10 1 of 2"]);
        (here.Code, there.Code).ShouldNotBe((there.Code, here.Code));
    }

    [Fact]
    public async Task Outward_small_schools_have_no_place_no_value_and_no_part_in_sums()
    {
        var (given, _, _, _, _, indicator) = await Ranked();
        using var outside = await given.Machine(Role.Integration);
        var ranking = await outside.GetJson(Address(indicator, "schools"));
        Places(ranking).Take(3).ShouldBe(["1 СОШ № 4", "2 СОШ № 2", "2 СОШ № 3"]);
        ranking.GetProperty("figures").GetProperty("withheld").GetInt32().ShouldBe(2);
        ranking.GetProperty("figures").GetProperty("figure").GetProperty("denominator").GetInt32().ShouldBe(46);
        ranking.GetProperty("values").GetArrayLength().ShouldBe(3);
        ranking
            .GetProperty("items")
            .EnumerateArray()
            .Where(s => s.GetProperty("withheld").GetBoolean())
            .ShouldAllBe(s =>
                s.GetProperty("figure").ValueKind == JsonValueKind.Null && s.GetProperty("achievement").ValueKind == JsonValueKind.Null
            );
    }

    [Fact]
    public async Task A_trend_shows_a_school_beside_its_municipality_and_region_over_enough_schools_only()
    {
        var (given, here, there, s, _, indicator) = await Ranked();
        await given.Values(indicator, Period.CalendarYear(2018), (s[0], Measure.Share(1, 10)), (s[1], Measure.Share(2, 10)));
        await given.Targets(indicator, Period.CalendarYear(2020), (s[0], 60));
        using var school = await given.SchoolPerson(s[0]);
        var points = (await school.GetJson($"/api/v1/indicators/{indicator.Id}/trend?school={s[0].Id}")).GetProperty("points");
        points.EnumerateArray().Select(p => p.GetProperty("period").GetString()).ShouldBe(["2018", "2019", "2020"]);
        points[0].GetProperty("own").GetProperty("value").GetDecimal().ShouldBe(10m);
        points[0].GetProperty("municipality").ValueKind.ShouldBe(JsonValueKind.Null, "of two schools the other one could be told");
        points[1].GetProperty("municipality").GetProperty("figure").GetProperty("numerator").GetInt32().ShouldBe(34);
        points[1].GetProperty("region").GetProperty("schools").GetInt32().ShouldBe(5);
        points[2].GetProperty("achievement").GetString().ShouldBe("NoValue");
        points[2].GetProperty("target").GetDecimal().ShouldBe(60m);
        await school.GetAsync($"/api/v1/indicators/{indicator.Id}/trend?school={s[1].Id}", Cancel).AssertProblem(404, "not-found");

        using var coordinator = await given.Coordinator(there);
        var own = (await coordinator.GetJson($"/api/v1/indicators/{indicator.Id}/trend")).GetProperty("points");
        own[1].GetProperty("own").GetProperty("denominator").GetInt32().ShouldBe(4);
        own[1].GetProperty("region").GetProperty("figure").GetProperty("denominator").GetInt32().ShouldBe(52);
        await coordinator
            .GetAsync($"/api/v1/indicators/{indicator.Id}/trend?municipality={here.Code}", Cancel)
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_school_compares_itself_with_its_municipality_and_region()
    {
        var (given, _, there, s, set, indicator) = await Ranked();
        await given.Targets(indicator, GivenPanels.Year, (s[4], 25));
        var address = $"/api/v1/schools/{s[4].Id}/indicators?set={set.Id}&period=2019";
        using var school = await given.SchoolPerson(s[4]);
        var row = (await school.GetJson(address)).GetProperty("indicators")[0];
        row.GetProperty("figure").GetProperty("value").GetDecimal().ShouldBe(25m);
        row.GetProperty("achievement").GetString().ShouldBe("Achieved");
        row.GetProperty("small").GetBoolean().ShouldBeTrue();
        row.GetProperty("municipality").ValueKind.ShouldBe(JsonValueKind.Null, "it is the only school there with a value");
        row.GetProperty("region").GetProperty("figure").GetProperty("denominator").GetInt32().ShouldBe(52);

        using var coordinator = await given.Coordinator(there);
        row = (await coordinator.GetJson(address)).GetProperty("indicators")[0];
        row.GetProperty("municipality").GetProperty("schools").GetInt32().ShouldBe(1, "who reaches the place as a whole is told");
        using var outside = await given.Machine(Role.Integration);
        row = (await outside.GetJson(address)).GetProperty("indicators")[0];
        row.GetProperty("withheld").GetBoolean().ShouldBeTrue();
        row.GetProperty("figure").ValueKind.ShouldBe(JsonValueKind.Null);
        await school.GetAsync($"/api/v1/schools/{s[0].Id}/indicators", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task The_workbook_of_the_order_opens_for_whoever_sees_the_schools()
    {
        var (given, _, _, _, _, indicator) = await Ranked();
        using var http = await given.Observer();
        using var answer = await http.GetAsync(Address(indicator, "schools/file"), Cancel);
        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length.ShouldBeGreaterThan(1_000);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
