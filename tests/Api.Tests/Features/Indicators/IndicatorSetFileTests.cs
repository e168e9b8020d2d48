using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Indicators.Definitions;
using Opora.Api.Tests.Support;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class IndicatorSetFileTests(ApiFactory api)
{
    private const string Sets = "/api/v1/indicator-sets";

    [Theory]
    [InlineData("yelabuga-2020", 38, 10, 7)]
    [InlineData("smolensk-2018", 13, 0, 4)]
    [InlineData("nazarovo-2021", 15, 10, 3)]
    public async Task A_ready_set_is_adopted_once_and_changes_nothing_again(string code, int indicators, int computed, int groups)
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var ready = (await http.GetJson($"{Sets}/ready")).EnumerateArray().Single(s => s.GetProperty("code").GetString() == code);
        ready.GetProperty("indicators").GetInt32().ShouldBe(indicators);
        ready.GetProperty("computed").GetInt32().ShouldBe(computed);
        ready.GetProperty("groups").GetArrayLength().ShouldBe(groups);
        ready.GetProperty("adopted").GetArrayLength().ShouldBe(0);

        var tried = await http.Send(HttpMethod.Post, $"{Sets}/ready/{code}?dryRun=true", null, null).Json();
        Counts(tried).ShouldBe((indicators, 0, 0, 0));
        (await http.GetJson(Sets)).GetArrayLength().ShouldBe(0);
        var taken = await http.Send(HttpMethod.Post, $"{Sets}/ready/{code}", null, null).Json();
        Counts(taken).ShouldBe((indicators, 0, 0, 0));
        Counts(await http.Send(HttpMethod.Post, $"{Sets}/ready/{code}", null, null).Json()).ShouldBe((0, 0, indicators, 0));
        var set = (await http.GetJson(Sets)).EnumerateArray().ShouldHaveSingleItem();
        set.GetProperty("indicators").GetInt32().ShouldBe(indicators);
        set.GetProperty("version").GetInt32().ShouldBe(1);
        await given.InRegion(async db =>
            (await db.Indicators.CountAsync(i => i.RegionCode == given.RegionCode && i.Version == 1, Cancel)).ShouldBe(indicators)
        );
    }

    [Fact]
    public async Task What_is_exported_is_imported_elsewhere_word_for_word()
    {
        using var from = await (await Given.Region(api)).Operator();
        await from.Send(HttpMethod.Post, $"{Sets}/ready/yelabuga-2020", null, null).Json();
        var id = (await from.GetJson(Sets))[0].GetProperty("id").GetString();
        using var exported = await from.GetAsync($"{Sets}/{id}/file", Cancel);
        exported.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var file = JsonNode.Parse(await exported.Content.ReadAsStringAsync(Cancel))!.AsObject();

        using var to = await (await Given.Region(api)).Operator();
        Counts(await to.PostJson($"{Sets}/file", file).Json()).ShouldBe((38, 0, 0, 0));
        Counts(await to.PostJson($"{Sets}/file", file).Json()).ShouldBe((0, 0, 38, 0));
        var there = (await to.GetJson(Sets))[0].GetProperty("id").GetString();
        using var again = await to.GetAsync($"{Sets}/{there}/file", Cancel);
        JsonNode.DeepEquals(JsonNode.Parse(await again.Content.ReadAsStringAsync(Cancel)), file).ShouldBeTrue();
    }

    [Fact]
    public async Task A_preview_tells_what_is_new_changed_the_same_and_every_fault()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var file = File();
        await http.PostJson($"{Sets}/file", file).Json();
        var items = file["indicators"]!.AsArray();
        items[1]!["name"] = "Другое имя";
        items[2]!["direction"] = "LowerIsBetter";
        items.Add(Item("new", 4));
        Counts(await http.PostJson($"{Sets}/file?dryRun=true", file).Json()).ShouldBe((1, 2, 1, 0));

        items.Add(Item("wrong", 5, i => (i["unit"], i["nmae"], i["decimals"]) = ("Percent", "x", 9)));
        items.Add(Item("formula", 6, i => (i["enteredBy"], i["formula"]) = ("Formula", "indicator(\"nowhere\")")));
        items.Add(Item("new", 7));
        items.Add(JsonValue.Create("text"));
        items.Add(new JsonObject { ["code"] = "short" });
        var tried = await http.PostJson($"{Sets}/file?dryRun=true", file).Json();
        Counts(tried).ShouldBe((0, 2, 1, 6));
        tried
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(i => i.GetProperty("errors").EnumerateArray())
            .Select(e => e.GetProperty("pointer").GetString())
            .ShouldBe(
                [
                    "/indicators/3/code",
                    "/indicators/4/unit",
                    "/indicators/4/nmae",
                    "/indicators/5/formula",
                    "/indicators/6/code",
                    "/indicators/7",
                    "/indicators/8/name",
                    "/indicators/8/group",
                    "/indicators/8/unit",
                    "/indicators/8/direction",
                    "/indicators/8/level",
                    "/indicators/8/periodKind",
                    "/indicators/8/enteredBy",
                    "/indicators/8/number",
                    "/indicators/8/validFromOn",
                ],
                ignoreOrder: true
            );
        var refused = await http.PostJson($"{Sets}/file", file).AssertProblem(422, "set-refused");
        refused.GetProperty("errors").GetArrayLength().ShouldBe(15);
        (await http.GetJson("/api/v1/indicators")).GetProperty("total").GetInt32().ShouldBe(3);
        await given.InRegion(async db =>
            (await db.Indicators.Where(i => i.RegionCode == given.RegionCode).AllAsync(i => i.Version == 1, Cancel)).ShouldBeTrue()
        );
    }

    [Fact]
    public async Task A_file_never_takes_an_indicator_from_another_set()
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.PostJson($"{Sets}/file", File()).Json();
        var other = File();
        other["code"] = "other";
        var refused = await http.PostJson($"{Sets}/file", other).AssertProblem(422, "set-refused");
        refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("code-in-other-set");
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused()
    {
        using var http = await (await Given.Region(api)).Operator();
        var file = File();
        file["format"] = "opora-roadmap-1";
        var problem = await http.PostJson($"{Sets}/file", file).AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("format-unknown");
    }

    [Fact]
    public void The_ready_sets_are_those_of_the_documents()
    {
        var yelabuga = ReadySets.Find(ReadySets.Yelabuga)!.Items.ToList();
        yelabuga.ShouldAllBe(i => i.Unit == IndicatorUnit.Share && i.Level == IndicatorLevel.School);
        yelabuga
            .Where(i => i.Direction == IndicatorDirection.LowerIsBetter)
            .Select(i => i.Number)
            .ShouldBe([.. Enumerable.Range(4, 19), 36]);
        yelabuga.Where(i => i.Formula is not null).Select(i => i.Number).ShouldBe(Enumerable.Range(13, 10));
        var smolensk = ReadySets.Find(ReadySets.Smolensk)!.Items.ToList();
        smolensk.Select(i => i.Unit).Count(u => u == IndicatorUnit.Share).ShouldBe(10);
    }

    private static JsonObject File() =>
        new()
        {
            ["format"] = "opora-indicator-set-1",
            ["code"] = "filed",
            ["name"] = "Из файла",
            ["indicators"] = new JsonArray(Item("one", 1), Item("two", 2), Item("three", 3)),
        };

    private static JsonObject Item(string code, int number, Action<JsonObject>? with = null)
    {
        var item = new JsonObject
        {
            ["code"] = code,
            ["number"] = number,
            ["validFromOn"] = "2019-01-01",
            ["name"] = "Показатель " + code,
            ["group"] = "Раздел",
            ["unit"] = "Share",
            ["direction"] = "HigherIsBetter",
            ["level"] = "School",
            ["periodKind"] = "CalendarYear",
            ["enteredBy"] = "School",
        };
        with?.Invoke(item);
        return item;
    }

    private static (int Created, int Changed, int Unchanged, int Refused) Counts(JsonElement answer) =>
        (
            answer.GetProperty("created").GetInt32(),
            answer.GetProperty("changed").GetInt32(),
            answer.GetProperty("unchanged").GetInt32(),
            answer.GetProperty("refused").GetInt32()
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
