using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Identification;

namespace Opora.Api.Tests.Features.Changes;

/// <summary>The journal of all changes.</summary>
public sealed partial class ListChangesTests(ApiFactory api)
{
    private const string Changes = "/api/v1/changes";

    [Fact]
    public async Task Tells_who_changed_what_and_finds_it_by_every_filter()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var cohort = await given.Cohort("2020", (school, SupportCategory.LowResults));
        using var http = await given.Operator();
        var me = (await http.GetJson("/api/v1/me")).GetProperty("id").GetString()!;
        await http.PostJson($"/api/v1/schools/{school.Id}/close", new { closedOn = "2021-08-31", reason = "Ликвидация" }, version: 1)
            .Json();

        var all = Items(await http.GetJson(Changes));
        var closed = all.Single(c => Text(c, "action") == "closed");
        Text(closed, "thingName").ShouldBe(school.Name);
        Text(closed, "thingKey").ShouldBe(school.Id.ToString());
        Text(closed, "reason").ShouldBe("Ликвидация");
        Text(closed.GetProperty("by"), "id").ShouldBe(me);
        Text(closed.GetProperty("by"), "name").ShouldNotBeNullOrEmpty();
        closed.GetProperty("school").GetProperty("id").GetGuid().ShouldBe(school.Id);
        var entered = all.Single(c => Text(c, "thing") == "CohortMember");
        Text(entered, "rootId").ShouldBe(cohort.Id.ToString());

        async Task<int> Found(string query) => (await http.GetJson($"{Changes}?{query}")).GetProperty("total").GetInt32();
        (await Found("action=closed")).ShouldBe(1);
        (await Found("thing=CohortMember")).ShouldBe(1);
        (await Found($"key={cohort.Id}")).ShouldBe(2);
        (await Found($"actor={me}")).ShouldBe(1);
        (await Found($"school={school.Id}")).ShouldBe(3);
        (await Found("to=2021-08-31")).ShouldBe(0);
        (await Found("from=2021-09-01&to=2031-09-01")).ShouldBe(all.Count);
        await http.GetAsync($"{Changes}?from=2021-09-02&to=2021-09-01", Cancel).AssertProblem(400, "validation");
        await http.GetAsync($"{Changes}?thing=Grant", Cancel).AssertProblem(400, "malformed");
    }

    [Fact]
    public async Task A_coordinator_sees_the_own_municipality_and_an_observer_nothing()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (mine, other) = (await given.School(here), await given.School(there));
        using var coordinator = await given.Coordinator(here);
        var schools = Items(await coordinator.GetJson($"{Changes}?thing=School")).Select(c => Text(c, "thingKey")).ToList();
        schools.ShouldContain(mine.Id.ToString());
        schools.ShouldNotContain(other.Id.ToString());
        using var observer = await given.Observer();
        await observer.GetAsync(Changes, Cancel).AssertProblem(403, "forbidden");
    }

    [Fact]
    public void Every_historied_thing_has_its_name_in_the_contract()
    {
        var things = typeof(IHistoried).Assembly.GetTypes().Where(t => t.IsClass && typeof(IHistoried).IsAssignableFrom(t)).ToList();
        things.Count.ShouldBeGreaterThan(5);
        things.Select(t => t.Name).Except(Enum.GetNames<ChangedThing>(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_action_that_the_code_writes_has_its_name_in_the_contract()
    {
        var known = typeof(ChangeAction).GetFields().Where(f => f.IsStatic).Select(WireNames.Of).ToHashSet(StringComparer.Ordinal);
        var written = Directory
            .EnumerateFiles(SourceTree.At("api", "Api", "Features"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Written().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["word"].Value)
            .ToHashSet(StringComparer.Ordinal);
        written.Count.ShouldBeGreaterThan(10);
        written.Except(known).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_no_name_and_no_address_of_a_person()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        var sent = 0;
        HashSet<string> personal = new(StringComparer.Ordinal);
        foreach (
            var route in Route.All(api).Where(r => r.Body is not null && Personal.Any(p => r.Pattern.Contains(p, StringComparison.Ordinal)))
        )
        {
            var request = own.Request(route);
            foreach (var text in PersonalTexts(own.Body(route)!))
                personal.Add(text);
            using var answer = await http.SendAsync(request, Cancel);
            sent++;
        }
        sent.ShouldBeGreaterThan(3);
        personal.Count.ShouldBeGreaterThan(1);
        await own.Given.InRegion(async db =>
        {
            var kept = await db.ChangeEntries.AsNoTracking().ToListAsync(Cancel);
            kept.ShouldContain(c => c.Thing == nameof(ChangedThing.Person) || c.Thing == nameof(ChangedThing.StaffMember));
            foreach (var text in personal)
                kept.ShouldNotContain(c => c.Changes.Contains(text) || c.ThingKey.Contains(text));
        });
    }

    private static readonly string[] Personal = ["/people", "/staff", "/invitations", "/delegations"];

    private static readonly string[] PersonalFields = ["name", "email", "contact", "displayName"];

    private static IEnumerable<string> PersonalTexts(System.Text.Json.Nodes.JsonNode node) =>
        node switch
        {
            System.Text.Json.Nodes.JsonObject o => o.Where(m => m.Value is not null)
                .SelectMany(m =>
                    m.Value is System.Text.Json.Nodes.JsonValue v
                        ? PersonalFields.Contains(m.Key, StringComparer.Ordinal) && v.GetValueKind() == JsonValueKind.String
                            ? [v.GetValue<string>()]
                            : []
                        : PersonalTexts(m.Value!)
                ),
            System.Text.Json.Nodes.JsonArray a => a.OfType<System.Text.Json.Nodes.JsonNode>().SelectMany(PersonalTexts),
            _ => [],
        };

    [GeneratedRegex(
        "(?:Act = \\(|Note\\(\\s*person\\.Id,\\s*|Changed\\([^\"]*)\"(?<word>[a-zA-Z-]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Written();

    private static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
