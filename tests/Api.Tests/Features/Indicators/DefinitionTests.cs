using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class DefinitionTests(ApiFactory api)
{
    private const string Sets = "/api/v1/indicator-sets";
    private const string Indicators = "/api/v1/indicators";

    [Fact]
    public async Task Defines_an_indicator_and_tells_it_in_the_dictionary()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var set = await Set(http);
        using var made = await http.PostJson(Indicators, Definition(set, "quality", i => i["decimals"] = 2));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var card = await http.GetJson(made.Headers.Location!.ToString());
        card.GetProperty("aggregation").GetString().ShouldBe("RatioOfSums");
        card.GetProperty("range").GetString().ShouldBe("0–100");
        card.GetProperty("editable").GetBoolean().ShouldBeTrue();
        await Fill(given, card, school, "2019");

        using var reader = await given.SchoolPerson(school);
        var row = (await reader.GetJson($"{Indicators}?search=качество&set={set}")).GetProperty("items").EnumerateArray().Single();
        row.GetProperty("code").GetString().ShouldBe("quality");
        row.GetProperty("periods").EnumerateArray().Select(p => p.GetString()).ShouldBe(["2019"]);
        row.GetProperty("set").GetProperty("code").GetString().ShouldBe("mine");
        (await reader.GetJson($"{Indicators}/{Id(card)}")).GetProperty("editable").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Finds_by_words_level_and_source_in_the_order_of_the_set()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var set = await Set(http);
        await Define(http, Definition(set, "second", i => (i["number"], i["name"]) = (2, "Доля «зелёных» школ")));
        await Define(http, Definition(set, "first", i => (i["number"], i["level"], i["enteredBy"]) = (1, "Region", "Operator")));

        async Task<string[]> Codes(string query) =>
            [
                .. (await http.GetJson($"{Indicators}?{query}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("code").GetString()!),
            ];

        (await Codes("")).ShouldBe(["first", "second"]);
        (await Codes("sort=-number")).ShouldBe(["second", "first"]);
        (await Codes("search=ЗЕЛЕНЫХ")).ShouldBe(["second"]);
        (await Codes("search=firs")).ShouldBe(["first"]);
        (await Codes("level=Region&enteredBy=Operator")).ShouldBe(["first"]);
        (await Codes("retired=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_are_corrected_in_place_and_another_meaning_needs_a_day()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var set = await Set(http);
        var card = await Define(http, Definition(set, "quality"));
        var address = $"{Indicators}/{Id(card)}";
        await Fill(given, card, school, "2019");

        card = await http.PutJson(address, Changed(card, i => i["name"] = "Новое имя"), version: 1).Json();
        card.GetProperty("definitions").GetArrayLength().ShouldBe(1);
        var other = Changed(card, i => i["direction"] = "LowerIsBetter");
        var refused = await http.PutJson(address, other, version: 2).AssertProblem(400, "validation");
        Pointer(refused).ShouldBe("/validFromOn");
        other["validFromOn"] = "2019-01-01";
        await http.PutJson(address, other, version: 2).AssertProblem(409, "definition-has-values");
        other["validFromOn"] = "2020-01-01";
        card = await http.PutJson(address, other, version: 2).Json();
        var versions = card.GetProperty("definitions").EnumerateArray().ToList();
        versions.Select(v => v.GetProperty("no").GetInt32()).ShouldBe([2, 1]);
        versions[1].GetProperty("validToOn").GetString().ShouldBe("2019-12-31");
        versions[1].GetProperty("direction").GetString().ShouldBe("HigherIsBetter");
        await given.InRegion(async db =>
            (
                await db.ChangeEntries.Where(c => c.Thing == "Indicator").OrderBy(c => c.Id).Select(c => c.Action).ToListAsync(Cancel)
            ).ShouldBe(["registered", "revised", "redefined"])
        );
    }

    [Theory]
    [InlineData("indicator(\"b\")", "formula-cycle", "a → b → a")]
    [InlineData("marks(VPR, rusian, 5, 2)", "formula-unknown-name", "russian")]
    [InlineData("pupils()", "formula-wrong-type", "")]
    [InlineData("rising(OGE, mathematics)", "formula-wrong-level", "")]
    [InlineData("share(pupils(), 2 - 2)", "formula-zero-division", "")]
    [InlineData("share(", "formula-syntax", "")]
    public async Task A_wrong_formula_is_refused_with_its_reason(string formula, string code, string told)
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var set = await Set(http);
        var a = await Define(http, Definition(set, "a"));
        await Define(http, Computed(set, "b", "indicator(\"a\")"));
        var body = Changed(a, i => (i["enteredBy"], i["formula"], i["validFromOn"]) = ("Formula", formula, "2019-01-01"));
        var problem = await http.PutJson($"{Indicators}/{Id(a)}", body, version: 1).AssertProblem(400, "validation");
        Pointer(problem).ShouldBe("/formula");
        var error = problem.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString()!.ShouldMatch("[а-я]{4}");
        error.GetProperty("message").GetString()!.ShouldContain(told);
    }

    [Fact]
    public async Task A_formula_is_told_in_words()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var set = await Set(http);
        var card = await Define(http, Computed(set, "low", "marks(VPR, russian, 5, 2, 3)"));
        card.GetProperty("formulaInWords").GetString()!.ShouldContain("ВПР");
    }

    [Fact]
    public async Task What_a_formula_builds_on_is_neither_removed_nor_turned_into_something_else()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var set = await Set(http);
        var card = await Define(http, Definition(set, "base"));
        await Define(http, Computed(set, "user", "indicator(\"base\")"));
        var address = $"{Indicators}/{Id(card)}";
        (await http.GetJson(address)).GetProperty("usedBy")[0].GetProperty("code").GetString().ShouldBe("user");
        await http.Send(HttpMethod.Delete, address, null, version: 1).AssertProblem(409, "indicator-used-by-formula");
        var body = Changed(card, i => (i["unit"], i["aggregation"], i["validFromOn"]) = ("Count", "Sum", "2019-01-01"));
        await http.PutJson(address, body, version: 1).AssertProblem(409, "definition-used-by-formula");
    }

    [Fact]
    public async Task Retires_restores_and_removes()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var set = await Set(http);
        var card = await Define(http, Definition(set, "quality"));
        var address = $"{Indicators}/{Id(card)}";
        await Fill(given, card, school, "2019");
        object From(string day) => new { fromOn = day, reason = "Другая программа" };

        await http.PostJson($"{address}/retirement", From("2019-01-01"), version: 1).AssertProblem(409, "indicator-has-later-values");
        (await http.PostJson($"{address}/retirement", From("2020-01-01"), version: 1).Json())
            .GetProperty("retiredFromOn")
            .GetString()
            .ShouldBe("2020-01-01");
        await http.Send(HttpMethod.Delete, $"{address}/retirement", null, version: 2).Json();
        await http.Send(HttpMethod.Delete, $"{address}/retirement", null, version: 3).AssertProblem(409, "indicator-not-retired");
        await http.Send(HttpMethod.Delete, address, null, version: 3).AssertProblem(409, "indicator-has-values");
        await http.Send(HttpMethod.Delete, $"{Sets}/{set}", null, version: 1).AssertProblem(409, "indicator-has-values");

        var unused = await Define(http, Definition(set, "unused"));
        await http.Send(HttpMethod.Delete, $"{Indicators}/{Id(unused)}", null, version: 1).Answers(HttpStatusCode.NoContent);
        var empty = await Set(http, "empty");
        await Define(http, Definition(empty, "in-empty"));
        await http.Send(HttpMethod.Delete, $"{Sets}/{empty}", null, version: 1).Answers(HttpStatusCode.NoContent);
        await http.GetAsync($"{Sets}/{empty}", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Refuses_what_cannot_be()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var set = await Set(http);
        await Define(http, Definition(set, "taken"));
        Pointer(await http.PostJson(Indicators, Definition(set, "taken")).AssertProblem(409, "duplicate")).ShouldBe("/code");
        Pointer(await http.PostJson(Indicators, Definition(set, "Код")).AssertProblem(400, "validation")).ShouldBe("/code");
        Pointer(await http.PostJson(Indicators, Definition(set, "a", i => i["name"] = " ")).AssertProblem(400, "validation"))
            .ShouldBe("/name");
        Pointer(await http.PostJson(Indicators, Definition(set, "a", i => i["min"] = 0.0001)).AssertProblem(400, "validation"))
            .ShouldBe("/min");
        await http.PostJson(Indicators, Definition(set, "a", i => i["aggregation"] = "Sum")).AssertProblem(409, "aggregation-not-of-unit");
        await http.PostJson(Indicators, Definition(set, "a", i => (i["min"], i["max"]) = (60, 50))).AssertProblem(409, "range-upside-down");
        await http.PostJson(Indicators, Definition(Guid.CreateVersion7().ToString(), "a")).AssertProblem(404, "not-found");
        await http.PostJson(Sets, new { code = "mine", name = "Ещё один" }).AssertProblem(409, "duplicate");
    }

    private static async Task<string> Set(HttpClient http, string code = "mine") =>
        Id(await http.PostJson(Sets, new { code, name = "Набор " + code }).Json(HttpStatusCode.Created));

    private static Task<JsonElement> Define(HttpClient http, JsonObject body) =>
        http.PostJson(Indicators, body).Json(HttpStatusCode.Created);

    private static JsonObject Definition(string set, string code, Action<JsonObject>? with = null)
    {
        var body = new JsonObject
        {
            ["setId"] = set,
            ["code"] = code,
            ["validFromOn"] = "2019-01-01",
            ["name"] = "Качество успеваемости",
            ["group"] = "Успеваемость",
            ["unit"] = "Share",
            ["direction"] = "HigherIsBetter",
            ["level"] = "School",
            ["periodKind"] = "CalendarYear",
            ["enteredBy"] = "School",
        };
        with?.Invoke(body);
        return body;
    }

    private static JsonObject Computed(string set, string code, string formula) =>
        Definition(set, code, i => (i["enteredBy"], i["formula"]) = ("Formula", formula));

    private static JsonObject Changed(JsonElement card, Action<JsonObject> with)
    {
        var body = new JsonObject();
        foreach (
            var name in "name group unit direction level periodKind enteredBy aggregation breakdown formula method decimals warnChangePercent".Split(
                ' '
            )
        )
            if (card.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                body[name] = JsonNode.Parse(value.GetRawText());
        with(body);
        return body;
    }

    private static async Task Fill(Given given, JsonElement card, Domain.Places.School school, string period)
    {
        await given.InRegion(async db =>
        {
            var set = await db.IndicatorSets.SingleAsync(s => s.Id == card.GetProperty("set").GetProperty("id").GetGuid(), Cancel);
            db.Add(new IndicatorPeriod(set, Period.Parse(period), null));
            var record = new ValueRecord(
                Measure.Share(1, 2),
                ValueOrigin.Entered,
                new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                null
            );
            db.Add(new IndicatorValue(school, Guid.Parse(Id(card)), Period.Parse(period), Breakdown.Whole, record));
            await db.SaveChangesAsync(Cancel);
        });
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private static string Pointer(JsonElement problem) => problem.GetProperty("errors")[0].GetProperty("pointer").GetString()!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
