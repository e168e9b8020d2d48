using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Changes;

/// <summary>Schools and lists as they were on a day.</summary>
public sealed class AsOfTests(ApiFactory api)
{
    private static readonly string[] Compared = ["code", "name", "kind", "locality", "pupils", "teachers", "address", "website", "state"];

    [Fact]
    public async Task A_school_is_rebuilt_as_it_was_saved_day_by_day()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var into = await given.School(first, "СОШ № 8");
        using var start = await given.Operator(product);
        var made = await start
            .PostJson(
                "/api/v1/schools",
                new
                {
                    code = Given.NewCode(),
                    name = "СОШ № 1",
                    kind = "Secondary",
                    locality = "Urban",
                    municipalityCode = first.Code,
                    pupils = 700,
                }
            )
            .Json(System.Net.HttpStatusCode.Created);
        var path = $"/api/v1/schools/{made.GetProperty("id").GetString()}";
        List<(string Day, JsonElement Card)> saved = [];
        async Task Save()
        {
            using var http = await given.Operator(product);
            saved.Add((Today(clock), await http.GetJson(path)));
            clock.Advance(TimeSpan.FromDays(2));
        }
        async Task Change(string action, object body, bool put = false)
        {
            using var http = await given.Operator(product);
            var version = (await http.GetJson(path)).GetProperty("version").GetInt32();
            await (put ? http.PutJson(path, body, version) : http.PostJson($"{path}/{action}", body, version)).Json();
            await Save();
        }

        await Save();
        await Change("", Facts("СОШ № 1 имени Пушкина", 720, "Rural"), put: true);
        await Change(
            "move",
            new
            {
                municipalityCode = second.Code,
                movedOn = Today(clock),
                reason = "Границы",
            }
        );
        await Change("", Facts("Лицей № 1", null, "Rural", "https://example.org"), put: true);
        await Change("close", new { closedOn = Today(clock), reason = "Ликвидация" });
        await Change("reopen", new { reason = "Ошибка" });
        await Change(
            "merge",
            new
            {
                intoId = into.Id,
                mergedOn = Today(clock),
                reason = "Объединение",
            }
        );

        using var reader = await given.Operator(product);
        // A closing taken back as a mistake has never been.
        foreach (var (day, card) in saved.Where(s => s.Card.GetProperty("state").GetString() != "Closed"))
        {
            var then = await reader.GetJson($"{path}/as-of/{day}");
            foreach (var field in Compared)
                then.GetProperty(field).ToString().ShouldBe(card.GetProperty(field).ToString(), $"{field} on {day}");
            then.GetProperty("municipality")
                .GetProperty("code")
                .GetString()
                .ShouldBe(card.GetProperty("municipality").GetProperty("code").GetString(), day);
        }
        var last = await reader.GetJson($"{path}/as-of/{Today(clock)}");
        last.GetProperty("mergedInto").GetProperty("id").GetGuid().ShouldBe(into.Id);
        await reader.GetAsync($"{path}/as-of/2021-08-31", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_list_tells_who_was_on_it_that_day_and_why()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (stays, leaves, later) = (
            await given.School(place, "СОШ № 1"),
            await given.School(place, "СОШ № 2"),
            await given.School(place, "СОШ № 3")
        );
        var cohort = await given.Cohort("2020", (stays, SupportCategory.LowResults), (leaves, SupportCategory.LowResults));
        var members = $"/api/v1/cohorts/{cohort.Id}/members";
        var entered = (await (await given.Operator(product)).GetJson(members))
            .GetProperty("items")[0]
            .GetProperty("enteredOn")
            .GetString()!;
        clock.Advance(TimeSpan.FromDays(10));
        var before = Today(clock);
        clock.Advance(TimeSpan.FromDays(10));
        var change = Today(clock);
        using var http = await given.Operator(product);
        var version = (await http.GetJson($"/api/v1/cohorts/{cohort.Id}")).GetProperty("version").GetInt32();
        await http.PutJson($"{members}/{stays.Id}", new { category = "AdverseConditions", enteredOn = entered }, version).Json();
        await http.PostJson($"{members}/{leaves.Id}/exit", new { leftOn = change, reason = "Рост" }, version + 1).Json();
        await http.PostJson(
                members,
                new
                {
                    schoolId = later.Id,
                    category = "Both",
                    enteredOn = change,
                },
                version + 2
            )
            .Json();
        clock.Advance(TimeSpan.FromDays(10));
        using var after = await given.Operator(product);
        await after
            .PostJson(
                members,
                new
                {
                    schoolId = leaves.Id,
                    category = "Both",
                    enteredOn = Today(clock),
                },
                version + 3
            )
            .Json();

        async Task<string[]> On(string day, string more = "") =>
            [
                .. (await after.GetJson($"{members}?asOf={day}{more}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(m => $"{m.GetProperty("school").GetProperty("name").GetString()} {m.GetProperty("category").GetString()}"),
            ];
        (await On(before)).ShouldBe(["СОШ № 1 LowResults", "СОШ № 2 LowResults"]);
        (await On(before, "&category=AdverseConditions")).ShouldBeEmpty();
        (await On(before, "&category=LowResults")).Length.ShouldBe(2);
        (await On(Next(change))).ShouldBe(["СОШ № 1 AdverseConditions", "СОШ № 3 Both"]);
        (await On(Today(clock))).ShouldBe(["СОШ № 1 AdverseConditions", "СОШ № 2 Both", "СОШ № 3 Both"]);
        (await On("2001-01-01")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_tells_where_its_schools_stood_that_day()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality("Ютазинский район"), await given.Municipality("Агрызский район"));
        var (moves, stays) = (
            await given.School(first, "СОШ № 1"),
            await given.School(await given.Municipality("Буинский район"), "СОШ № 2")
        );
        var cohort = await given.Cohort("2020", (moves, SupportCategory.LowResults), (stays, SupportCategory.LowResults));
        clock.Advance(TimeSpan.FromDays(10));
        var before = Today(clock);
        clock.Advance(TimeSpan.FromDays(10));
        var moved = Today(clock);
        using var http = await given.Operator(product);
        var move = new
        {
            municipalityCode = second.Code,
            movedOn = moved,
            reason = "Границы",
        };
        await http.PostJson($"/api/v1/schools/{moves.Id}/move", move, version: 1).Json();

        async Task<string[]> Places(string query) =>
            [
                .. (await http.GetJson($"/api/v1/cohorts/{cohort.Id}/members?sort=municipality{query}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(m => m.GetProperty("school").GetProperty("municipality"))
                    .Select(m => $"{m.GetProperty("name").GetString()} {m.GetProperty("code").GetString()}"),
            ];
        string[] was = [$"Буинский район {stays.MunicipalityCode}", $"Ютазинский район {first.Code}"];
        string[] now = [$"Агрызский район {second.Code}", was[0]];
        (await Places("&asOf=" + before)).ShouldBe(was);
        (await Places("&asOf=" + moved)).ShouldBe(now);
        (await Places("")).ShouldBe(now);
    }

    private static object Facts(string name, int? pupils, string locality, string? website = null) =>
        new
        {
            name,
            kind = "Secondary",
            locality,
            pupils,
            website,
        };

    private static string Today(TestClock clock) => Text(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private static string Next(string day) => Text(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(1));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
