using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Clients;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using static Opora.Api.Tests.Features.Clients.ClientCalls;

namespace Opora.Api.Tests.Features.Clients;

/// <summary>Registering, finding, changing machine clients; what the history keeps of it.</summary>
public sealed class ClientTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_the_key_once_and_never_again()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode);
        var key = KeyOf(issued);
        key.ShouldStartWith("opora_");

        var card = await http.GetJson($"{Address}/{IdOf(issued)}");
        card.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("active");
        card.ToString().ShouldNotContain(key);
        (await http.GetJson(Address)).ToString().ShouldNotContain(key);
        await given.InRegion(async db =>
        {
            var id = card.GetProperty("id").GetGuid();
            (await db.ClientKeys.SingleAsync(k => k.ClientId == id, Cancel)).Hash.ShouldBe(Auth.MachineKey.HashOf(key));
        });
        using var client = api.With(key);
        await client.IsTaken();
    }

    [Fact]
    public async Task May_do_all_that_its_kind_may_unless_said_otherwise()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var client = (await http.Register(given.RegionCode)).GetProperty("client");
        Names(client, "permissions").ShouldBe(["registry:read", "results:read", "indicators:read"]);
        client.GetProperty("place").GetProperty("isRegion").GetBoolean().ShouldBeTrue();
        client.GetProperty("lastUsedAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(ClientKind.Integration)]
    [InlineData(ClientKind.MunicipalSystem)]
    public void Every_permission_of_a_machine_has_its_name_here(ClientKind kind) =>
        Roles.Of(kind.RoleOf()).Select(p => p.ToString()).Except(Enum.GetNames<ClientPermission>(), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public async Task Refuses_a_permission_that_its_kind_does_not_have()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        await http.PostJson(
                Address,
                new
                {
                    name = "Витрина",
                    kind = "integration",
                    place = given.RegionCode,
                    permissions = new[] { "results:write" },
                }
            )
            .AssertProblem(409, "client-permissions");
        await http.PostJson(
                Address,
                new
                {
                    name = "Витрина",
                    kind = "integration",
                    place = given.RegionCode,
                    permissions = new[] { "schools:write" },
                }
            )
            .AssertProblem(400, "malformed");
    }

    [Theory]
    [InlineData("10.20.0.1/16", false)]
    [InlineData("10.20", false)]
    [InlineData("example.org", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("fe80::1%1/128", false)]
    [InlineData("10.20.0.0/16", true)]
    [InlineData(" 203.0.113.7 ", true)]
    [InlineData("2001:DB8::/32", true)]
    public async Task Takes_networks_that_mean_what_they_say(string network, bool taken)
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var body = new
        {
            name = "Витрина",
            kind = "integration",
            place = given.RegionCode,
            networks = new[] { network },
        };
        if (taken)
            await http.Register(given.RegionCode, body);
        else
        {
            var problem = await http.PostJson(Address, body).AssertProblem(400, "validation");
            problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/networks/0");
        }
    }

    [Fact]
    public async Task Is_found_by_name_and_by_state()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        using var http = await given.Operator(product);
        async Task<JsonElement> Make(string name, string? expiresOn = null) =>
            await http.Register(
                given.RegionCode,
                new
                {
                    name,
                    kind = "integration",
                    place = given.RegionCode,
                    expiresOn,
                }
            );
        await Make("Журнал");
        await Make("Щит", "2021-09-01");
        var gone = await Make("Отчёт");
        await http.PostJson($"{Address}/{IdOf(gone)}/revoke", new { reason = "Не нужен" }, VersionOf(gone)).Json();
        clock.Advance(TimeSpan.FromHours(20));
        using var later = await given.Operator(product);

        async Task<string[]> Found(string query) =>
            [
                .. (await later.GetJson($"{Address}?{query}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(c => c.GetProperty("name").GetString()!),
            ];
        (await Found("")).ShouldBe(["Журнал", "Отчёт", "Щит"]);
        (await Found("search=отчет")).ShouldBe(["Отчёт"]);
        (await Found("state=active")).ShouldBe(["Журнал"]);
        (await Found("state=expired")).ShouldBe(["Щит"]);
        (await Found("state=revoked")).ShouldBe(["Отчёт"]);
        (await Found("expiresBy=2021-08-31")).ShouldBeEmpty();
        (await Found("expiresBy=2021-09-01")).ShouldBe(["Щит"]);
    }

    [Fact]
    public async Task Belongs_to_its_region_and_its_operator()
    {
        var (given, other) = (await Given.Region(api), await Given.Region(api));
        var place = await given.Municipality();
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode);
        using var stranger = await other.Operator();
        await stranger.GetAsync($"{Address}/{IdOf(issued)}", Cancel).AssertProblem(404, "not-found");
        await stranger
            .PostJson(
                Address,
                new
                {
                    name = "Витрина",
                    kind = "integration",
                    place = given.RegionCode,
                }
            )
            .AssertProblem(404, "not-found");
        await stranger
            .PostJson(
                Address,
                new
                {
                    name = "Витрина",
                    kind = "integration",
                    place = place.Code,
                }
            )
            .AssertProblem(404, "not-found");
        (await stranger.GetJson(Address)).GetProperty("total").GetInt32().ShouldBe(0);
        using var coordinator = await given.Coordinator(place);
        await coordinator.GetAsync(Address, Cancel).AssertProblem(403, "forbidden");
        using var school = await given.SchoolPerson(await given.School(place));
        await school.GetAsync($"{Address}/{IdOf(issued)}", Cancel).AssertProblem(403, "forbidden");
        using var machine = api.With(issued);
        await machine.GetAsync(Address, Cancel).AssertProblem(403, "forbidden");
    }

    [Fact]
    public async Task The_history_tells_what_was_done_and_no_key()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode);
        var path = $"{Address}/{IdOf(issued)}";
        var rotated = await http.PostJson($"{path}/rotate", new { overlapHours = 1 }, VersionOf(issued)).Json();
        await http.PostJson($"{path}/revoke", new { reason = "Утечка" }, VersionOf(rotated)).Json();
        await given.InRegion(async db =>
        {
            var entries = await db.ChangeEntries.Where(c => c.ThingKey == IdOf(issued)).OrderBy(c => c.Id).ToListAsync(Cancel);
            entries.Select(e => e.Action).ShouldBe(["registered", "rotated", "revoked"]);
            entries[2].Reason.ShouldBe("Утечка");
            foreach (var entry in entries)
            foreach (var secret in new[] { KeyOf(issued), KeyOf(rotated) })
            {
                entry.Changes.ShouldNotContain(secret[6..20]);
                entry.Changes.ShouldNotContain(Convert.ToBase64String(Auth.MachineKey.HashOf(secret)!));
            }
        });
    }

    private static string[] Names(JsonElement client, string property) =>
        [.. client.GetProperty(property).EnumerateArray().Select(p => p.GetString()!)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
