using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Results;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class FormulaRouteTests(ApiFactory api)
{
    private const string Check = "/api/v1/indicator-formulas/check";

    [Fact]
    public async Task A_right_formula_is_told_in_words_with_what_it_uses()
    {
        var region = await FormulaRegion.Make(api);
        await region.Define("entered", null, IndicatorUnit.Count);
        using var http = await region.Given.Operator();
        var answer = await http.PostJson(Check, Body("share(indicator(\"entered\"), pupils())")).Json();
        answer.GetProperty("isRight").GetBoolean().ShouldBeTrue();
        answer
            .GetProperty("words")
            .GetString()
            .ShouldBe("доля: числитель — показатель «Показатель entered»; знаменатель — число обучающихся");
        var uses = answer.GetProperty("uses");
        uses.GetProperty("indicators").EnumerateArray().Select(e => e.GetString()).ShouldBe(["entered"]);
        uses.GetProperty("registers").EnumerateArray().Select(e => e.GetString()).ShouldBe(["pupils"]);
        uses.GetProperty("results").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Mistakes_are_told_with_their_place_and_a_circle_with_its_chain()
    {
        var region = await FormulaRegion.Make(api);
        await region.Define("b", "indicator(\"c\")", IndicatorUnit.Count);
        await region.Define("c", "indicator(\"a\")", IndicatorUnit.Count);
        using var http = await region.Given.Operator();
        var wrong = Errors(await http.PostJson(Check, Body("share(pupil(), 0)")).Json());
        wrong.Select(e => e.GetProperty("mistake").GetString()).ShouldBe(["UnknownFunction", "ZeroDivision"]);
        wrong[0].GetProperty("nearest").GetString().ShouldBe("pupils");
        wrong[1].GetProperty("position").GetInt32().ShouldBe(15);

        var circle = Errors(await http.PostJson(Check, Body("indicator(\"b\")", "Count", "a")).Json()).ShouldHaveSingleItem();
        circle.GetProperty("message").GetString().ShouldBe("Показатели считаются друг по другу: a → b → c → a");
    }

    [Fact]
    public async Task A_formula_sees_the_indicators_of_its_own_region_only()
    {
        var other = await FormulaRegion.Make(api);
        await other.Define("foreign", null, IndicatorUnit.Count);
        var region = await FormulaRegion.Make(api);
        using var http = await region.Given.Operator();
        Errors(await http.PostJson(Check, Body("indicator(\"foreign\")", "Count")).Json())
            .ShouldHaveSingleItem()
            .GetProperty("mistake")
            .GetString()
            .ShouldBe("UnknownIndicator");
        await http.PostJson(
                Check,
                new
                {
                    text = "1",
                    unit = "Count",
                    level = "School",
                    periodKind = "CalendarYear",
                    regionCode = other.Given.RegionCode,
                }
            )
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_value_is_explained_down_to_the_results()
    {
        var (region, share) = await Computed(19, 20, 28, 6);
        using var http = await region.Given.SchoolPerson(region.School);
        var answer = await http.GetJson(Explanation(share, region.School));
        answer.GetProperty("value").GetString().ShouldBe("39 из 73 (53,4\u00A0%)");
        answer.GetProperty("origin").GetString().ShouldBe("Computed");
        answer.GetProperty("isStale").GetBoolean().ShouldBeFalse();
        answer.GetProperty("words").GetString().ShouldBe("доля учеников с отметками «2» и «3» по ВПР, русский язык, 5 класс");
        var row = answer.GetProperty("step").GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("school").GetString().ShouldBe(region.School.Name);
        row.GetProperty("marks").GetProperty("two").GetInt32().ShouldBe(19);
        row.GetProperty("leftOut").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_missing_value_says_why()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", "marks(VPR, russian, 5, 2, 3)");
        using var http = await region.Given.Operator();
        var answer = await http.GetJson(Explanation(share, region.School));
        answer.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("step").GetProperty("reason").GetString().ShouldBe("нет результатов: ВПР, русский язык, 5 класс, 2019 год");
    }

    [Fact]
    public async Task The_parts_of_a_formula_lead_on_to_other_indicators()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var entered = await region.Define("entered", null, IndicatorUnit.Count);
        var half = await region.Define("half", "share(indicator(\"entered\"), pupils())");
        await region.Enter(entered, region.School, "2019", Measure.Count(70));
        await region.Compute();
        using var http = await region.Given.Operator();
        var step = (await http.GetJson(Explanation(half, region.School))).GetProperty("step");
        step.GetProperty("value").GetString().ShouldBe("70 из 700 (10,0\u00A0%)");
        var part = step.GetProperty("parts")[0];
        part.GetProperty("indicatorId").GetGuid().ShouldBe(entered.Id);
        part.GetProperty("period").GetString().ShouldBe("2019");

        var plain = await http.GetJson(Explanation(entered, region.School));
        plain.GetProperty("step").ValueKind.ShouldBe(JsonValueKind.Null);
        plain.GetProperty("value").GetString().ShouldBe("70,0");
    }

    [Fact]
    public async Task Outside_ones_place_nothing_is_explained()
    {
        var (region, share) = await Computed(1, 2, 3, 4);
        var neighbour = await region.Given.School(await region.Given.Municipality("Агрызский район"));
        using (var http = await region.Given.SchoolPerson(neighbour))
        {
            await http.Get(Explanation(share, region.School)).AssertProblem(404, "not-found");
            await http.Get($"/api/v1/indicators/{share.Id}/explanation?period=2019").AssertProblem(404, "not-found");
            await http.Get($"/api/v1/indicators/{share.Id}/explanation?period=2019&municipality={region.Place.Code}")
                .AssertProblem(404, "not-found");
        }
        var (other, _) = await Computed(1, 2, 3, 4);
        using var stranger = await other.Given.Operator();
        await stranger.Get(Explanation(share, region.School)).AssertProblem(404, "not-found");
        using var own = await region.Given.Operator();
        (await own.GetJson($"/api/v1/indicators/{share.Id}/explanation?period=2019"))
            .GetProperty("isOfOtherLevel")
            .GetBoolean()
            .ShouldBeTrue();
        await own.Get($"/api/v1/indicators/{share.Id}/explanation?period=1995&school={region.School.Id}").AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Third_parties_get_no_rows_and_nothing_over_few_pupils()
    {
        var (large, share) = await Computed(1, 2, 3, 4);
        using (var http = await large.Given.Machine(Role.Integration))
        {
            var answer = await http.GetJson(Explanation(share, large.School));
            answer.GetProperty("value").GetString().ShouldBe("3 из 10 (30,0\u00A0%)");
            answer.GetProperty("step").GetProperty("rows").GetArrayLength().ShouldBe(0);
            answer.GetProperty("step").GetProperty("rowsTotal").GetInt32().ShouldBe(1);
        }
        var (small, of) = await Computed(1, 1, 1, 1);
        using var integration = await small.Given.Machine(Role.Integration);
        var withheld = await integration.GetJson(Explanation(of, small.School));
        withheld.GetProperty("isWithheld").GetBoolean().ShouldBeTrue();
        withheld.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        withheld.GetProperty("step").ValueKind.ShouldBe(JsonValueKind.Null);
        using var inside = await small.Given.Operator();
        (await inside.GetJson(Explanation(of, small.School))).GetProperty("step").GetProperty("isSmall").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Formulas_can_be_computed_again_on_demand_and_tell_how_far_they_are()
    {
        var (region, share) = await Computed(1, 2, 3, 4);
        await region.Given.InRegion(async db =>
        {
            db.IndicatorValues.RemoveRange(await db.IndicatorValues.ToListAsync());
            await db.SaveChangesAsync();
        });
        using var http = await region.Given.Operator();
        (await http.PostJson("/api/v1/indicator-recomputation", new { }).Json())
            .GetProperty("regionCode")
            .GetString()
            .ShouldBe(region.Given.RegionCode);
        await region.Compute();
        (await region.Value(share, region.School)).ShouldBe(Measure.Share(3, 10));
        using var school = await region.Given.SchoolPerson(region.School);
        var progress = await school.GetJson("/api/v1/indicator-recomputation");
        (progress.GetProperty("waits").GetBoolean(), progress.GetProperty("runs").GetBoolean()).ShouldBe((false, false));
        progress.GetProperty("done").GetInt32().ShouldBe(1);
        progress.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        await school.PostJson("/api/v1/indicator-recomputation", new { }).Answers(HttpStatusCode.Forbidden);
    }

    private async Task<(FormulaRegion Region, Indicator Share)> Computed(int two, int three, int four, int five)
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", "marks(VPR, russian, 5, 2, 3)");
        using var http = await region.Given.Operator();
        await http.PostBatch("", RecomputationTests.Vpr(region.School, two, three, four, five)).Json();
        await region.Compute();
        return (region, share);
    }

    private static string Explanation(Indicator indicator, School school) =>
        $"/api/v1/indicators/{indicator.Id}/explanation?period=2019&school={school.Id}";

    private static object Body(string text, string unit = "Share", string? code = null) =>
        new
        {
            text,
            unit,
            level = "School",
            periodKind = "CalendarYear",
            code,
        };

    private static List<JsonElement> Errors(JsonElement answer) => [.. answer.GetProperty("errors").EnumerateArray()];
}

file static class Calls
{
    public static Task<HttpResponseMessage> Get(this HttpClient http, string url) =>
        http.GetAsync(url, TestContext.Current.CancellationToken);
}
