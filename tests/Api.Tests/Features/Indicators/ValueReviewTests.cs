using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Indicators.GridCase;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>What reviewers see: the history of a value, and values worth a second look.</summary>
public sealed class ValueReviewTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_who_changed_a_value_from_what_to_what_and_names_only_to_those_who_may_see_them()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(http, c.Cell(Typed("12/43")));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await c.PutOne(coordinator, c.Cell(null, version: 1));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await c.PutOne(http, c.Cell(Typed("13/43")));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await c.PutOne(coordinator, c.Cell(Typed("14/43"), version: 2, comment: "По протоколу"));
        var at = History(c);

        var items = (await http.GetJson(at)).GetProperty("items").EnumerateArray().ToList();
        items
            .Select(i => $"{i.GetProperty("from").GetString()} → {i.GetProperty("to").GetString()}")
            .ShouldBe([
                "13 из 43 (30,2\u00A0%) → 14 из 43 (32,6\u00A0%)",
                " → 13 из 43 (30,2\u00A0%)",
                "12 из 43 (27,9\u00A0%) → ",
                " → 12 из 43 (27,9\u00A0%)",
            ]);
        items.ShouldAllBe(i => i.GetProperty("byName").GetString() == "Испытатель");
        items[0].GetProperty("comment").GetString().ShouldBe("По протоколу");
        using var observer = await c.Given.Observer();
        (await observer.GetJson(at)).GetProperty("items").EnumerateArray().ShouldAllBe(i => i.GetProperty("byName").GetString() == null);
        using var other = await c.Given.SchoolPerson(await c.Given.School(c.Place, "СОШ № 8"));
        await other.GetAsync(at, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_cell_that_was_emptied_tells_who_did_it_and_what_stood_there()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.SchoolPerson(c.School);
        (await http.GetJson(History(c))).GetProperty("items").GetArrayLength().ShouldBe(0, "it was never filled");
        await c.PutOne(http, c.Cell(Typed("12/43")));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        using var coordinator = await c.Given.Coordinator(c.Place);
        await c.PutOne(coordinator, c.Cell(null, version: 1));

        var items = (await http.GetJson(History(c))).GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(2);
        items[0].GetProperty("from").GetString().ShouldBe("12 из 43 (27,9\u00A0%)");
        items[0].GetProperty("to").GetString().ShouldBeNull();
        items[0].GetProperty("byName").GetString().ShouldBe("Испытатель");
        items[0].GetProperty("byId").GetGuid().ShouldNotBe(items[1].GetProperty("byId").GetGuid());
        (await http.GetJson(History(c) + "&breakdown=boys")).GetProperty("items").GetArrayLength().ShouldBe(0, "it is of another part");
        await http.GetAsync(
                $"/api/v1/indicator-values/history?indicator={c.Share.Id}&period=2020&municipality={c.Place.Code}",
                TestContext.Current.CancellationToken
            )
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Lists_values_far_from_other_schools_and_from_the_year_before()
    {
        var c = await GridCase.Make(api);
        using var coordinator = await c.Given.Coordinator(c.Place);
        for (var number = 1; number <= 9; number++)
        {
            var school = await c.Given.School(c.Place, $"СОШ № {number}");
            await c.Given.Save(Value(school, c.Share, 2020, 30_000 + number * 1_000));
        }
        await c.Given.Save(Value(c.School, c.Share, 2019, 40_000), Value(c.School, c.Share, 2020, 90_000));
        var elsewhere = await c.Given.School(await c.Given.Municipality("Агрызский район"));
        await c.Given.Save(Value(elsewhere, c.Share, 2020, 1_000));

        var told = await coordinator.GetJson($"/api/v1/indicator-outliers?set={c.Set.Id}&period=2020");
        told.GetProperty("values").GetInt32().ShouldBe(10);
        var items = told.GetProperty("items").EnumerateArray().ToList();
        items.Select(i => i.GetProperty("kind").GetString()).ShouldBe(["High", "Change"]);
        items.ShouldAllBe(i => i.GetProperty("schoolName").GetString() == c.School.Name);
        items[0]
            .GetProperty("message")
            .GetString()!
            .ShouldStartWith("90,0\u00A0% — намного больше, чем у других: у половины школ от 33,3\u00A0%");
        items[1].GetProperty("message").GetString()!.ShouldBe("На 125 % больше прошлого года (40 → 90), проверьте");
    }

    [Fact]
    public async Task Values_of_one_municipality_are_compared_with_those_of_all()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var neighbour = await c.Given.Municipality("Агрызский район");
        for (var number = 1; number <= 9; number++)
            await c.Given.Save(Value(await c.Given.School(c.Place, $"СОШ № {number}"), c.Share, 2020, 30_000 + number * 1_000));
        await c.Given.Save(
            Value(await c.Given.School(neighbour, "СОШ № 77"), c.Share, 2020, 90_000),
            Value(await c.Given.School(c.Place, "СОШ № 78"), c.Share, 2020, 1_000)
        );

        var at = $"/api/v1/indicator-outliers?set={c.Set.Id}&period=2020";
        (await http.GetJson(at)).GetProperty("total").GetInt32().ShouldBe(2);
        var told = await http.GetJson($"{at}&municipality={neighbour.Code}");
        (told.GetProperty("values").GetInt32(), told.GetProperty("total").GetInt32()).ShouldBe((1, 1));
        told.GetProperty("items")[0].GetProperty("schoolName").GetString().ShouldBe("СОШ № 77");
    }

    private static IndicatorValue Value(Opora.Domain.Places.School school, Indicator indicator, int year, long thousandths) =>
        new(
            school,
            indicator.Id,
            Period.CalendarYear(year),
            Breakdown.Whole,
            new ValueRecord(Measure.BarePercent(thousandths), ValueOrigin.Entered, DateTime.UnixEpoch, null)
        );

    private static string History(GridCase c) =>
        $"/api/v1/indicator-values/history?indicator={c.Share.Id}&period=2020&school={c.School.Id}";
}
