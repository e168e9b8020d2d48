using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using static Opora.Api.Tests.Features.Clients.ClientCalls;

namespace Opora.Api.Tests.Features.Clients;

/// <summary>When the key of a machine client is taken, and when it is as if nobody had ever given it.</summary>
public sealed class KeyTests(ApiFactory api)
{
    [Fact]
    public async Task Is_refused_from_the_end_of_its_last_day_in_the_region()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        using var http = await given.Operator(product);
        // 11:00 on 1 September in Moscow.
        var issued = await http.Register(given.RegionCode, Facts(given, expiresOn: "2021-09-01"));
        using var client = product.With(issued);
        clock.Advance(TimeSpan.FromHours(12.9));
        await client.IsTaken();
        clock.Advance(TimeSpan.FromHours(0.2));
        await client.IsRefused();

        using var later = await given.Operator(product);
        var path = $"{Address}/{IdOf(issued)}";
        await later.PostJson($"{path}/rotate", new { overlapHours = 0 }, 1).AssertProblem(409, "client-expired");
        var body = new { name = "Витрина", permissions = new[] { "registry:read" } };
        await later.PutJson(path, body, 1).Json();
        await client.IsTaken();
    }

    [Fact]
    public async Task Cannot_end_before_today()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        await http.PostJson(Address, Facts(given, expiresOn: "2021-08-31")).AssertProblem(409, "expiry-in-past");
    }

    [Fact]
    public async Task Is_refused_at_once_when_revoked_with_all_others_of_its_client()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode);
        var path = $"{Address}/{IdOf(issued)}";
        var rotated = await http.PostJson($"{path}/rotate", new { overlapHours = 168 }, 1).Json();
        using var first = api.With(issued);
        using var second = api.With(rotated);
        await first.IsTaken();
        await second.IsTaken();
        var revoked = await http.PostJson($"{path}/revoke", new { reason = "Утечка" }, 2).Json();
        await first.IsRefused();
        await second.IsRefused();
        (revoked.GetProperty("state").GetString(), revoked.GetProperty("revokeReason").GetString()).ShouldBe(("revoked", "Утечка"));

        await http.PostJson($"{path}/rotate", new { overlapHours = 0 }, 3).AssertProblem(409, "client-revoked");
        await http.PostJson($"{path}/revoke", new { reason = "Снова" }, 3).AssertProblem(409, "client-revoked");
        await http.PutJson(path, new { name = "Витрина", permissions = new[] { "registry:read" } }, 3).AssertProblem(409, "client-revoked");
    }

    [Fact]
    public async Task The_old_one_works_until_the_overlap_ends()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        using var http = await given.Operator(product);
        var issued = await http.Register(given.RegionCode);
        var rotated = await http.PostJson($"{Address}/{IdOf(issued)}/rotate", new { overlapHours = 2 }, 1).Json();
        using var old = product.With(issued);
        using var fresh = product.With(rotated);
        clock.Advance(TimeSpan.FromMinutes(119));
        await old.IsTaken();
        await fresh.IsTaken();
        clock.Advance(TimeSpan.FromMinutes(1));
        await old.IsRefused();
        await fresh.IsTaken();
        var keys = (await http.GetJson($"{Address}/{IdOf(issued)}")).GetProperty("keys").EnumerateArray().ToList();
        keys.Select(k => k.GetProperty("state").GetString()).ShouldBe(["active", "expired"]);
    }

    [Fact]
    public async Task Without_overlap_the_old_one_ends_at_once()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode);
        await http.PostJson($"{Address}/{IdOf(issued)}/rotate", new { overlapHours = 0 }, 1).Json();
        using var old = api.With(issued);
        await old.IsRefused();
        await http.PostJson($"{Address}/{IdOf(issued)}/rotate", new { overlapHours = 169 }, 2).AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Is_taken_from_its_networks_only()
    {
        var sender = IPAddress.Loopback;
        await using var product = api.CalledFrom(() => sender);
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var issued = await http.Register(given.RegionCode, Facts(given, networks: ["10.20.0.0/16", "2001:db8::/32"]));
        using var client = product.With(issued);
        foreach (
            var (address, taken) in new[]
            {
                ("10.20.255.1", true),
                ("::ffff:10.20.3.4", true),
                ("2001:db8:1::5", true),
                ("10.21.0.1", false),
                ("::ffff:10.21.0.1", false),
                ("2001:db9::1", false),
            }
        )
        {
            sender = IPAddress.Parse(address);
            await (taken ? client.IsTaken() : client.IsRefused());
        }
        // A sender whose address nobody knows is in no network.
        using var unknown = api.With(issued);
        await unknown.IsRefused();
    }

    [Fact]
    public async Task A_permission_left_out_is_refused_though_the_role_has_it()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Operator();
        var issued = await http.Register(
            given.RegionCode,
            new
            {
                name = "Журнал",
                kind = "municipal-system",
                place = place.Code,
                permissions = new[] { "registry:read", "results:read" },
            }
        );
        using var client = api.With(issued);
        (await client.GetJson("/api/v1/schools"))
            .GetProperty("items")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("id")
            .GetGuid()
            .ShouldBe(school.Id);
        await client.PostJson("/api/v1/exam-results/batches", new { items = Array.Empty<object>() }).AssertProblem(403, "forbidden");
        var path = $"{Address}/{IdOf(issued)}";
        await http.PutJson(path, new { name = "Журнал", permissions = new[] { "results:read" } }, 1).Json();
        await client.GetAsync("/api/v1/schools", Cancel).AssertProblem(403, "forbidden");
        await client.GetJson("/api/v1/exam-results");
    }

    [Fact]
    public async Task Its_last_use_is_known_to_five_minutes_and_costs_nothing_between()
    {
        var clock = new TestClock();
        await using var product = api.WithClock(clock);
        var given = await Given.Region(api);
        using var http = await given.Operator(product);
        var issued = await http.Register(given.RegionCode);
        using var client = product.With(issued);

        async Task<int> Statements()
        {
            using var count = new StatementCount(product.Services, client);
            await client.GetJson("/api/v1/regions");
            return count.Count;
        }
        async Task<DateTime?> LastUsed()
        {
            var used = (await http.GetJson($"{Address}/{IdOf(issued)}")).GetProperty("lastUsedAt");
            return used.ValueKind == JsonValueKind.Null ? null : used.GetDateTime();
        }

        (await LastUsed()).ShouldBeNull();
        (await Statements()).ShouldBe(3);
        var first = await LastUsed();
        first.ShouldBe(clock.GetUtcNow().UtcDateTime);
        clock.Advance(TimeSpan.FromMinutes(4));
        (await Statements()).ShouldBe(2);
        (await LastUsed()).ShouldBe(first);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await Statements()).ShouldBe(3);
        (await LastUsed()).ShouldBe(first!.Value.AddMinutes(5));
    }

    private static object Facts(Given given, string? expiresOn = null, string[]? networks = null) =>
        new
        {
            name = "Витрина",
            kind = "integration",
            place = given.RegionCode,
            expiresOn,
            networks,
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
