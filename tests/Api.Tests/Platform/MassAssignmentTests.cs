using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>A body sets what it is for and nothing beside it: no id, place, version or right can be smuggled in, at any depth.</summary>
[AnyEngine]
public sealed class MassAssignmentTests(ApiFactory api)
{
    private static readonly string[] Smuggled =
    [
        "id",
        "Id",
        "version",
        "regionCode",
        "municipalityCode",
        "schoolId",
        "personId",
        "role",
        "grants",
        "permissions",
        "isAdmin",
        "passwordHash",
        "securityStamp",
        "accessFailedCount",
        "twoFactorEnabled",
        "createdAt",
        "__proto__",
        "$type",
    ];

    /// <summary>Objects whose members are names of the sender's own: values of columns by field, texts by cell.</summary>
    private static readonly string[] Free = ["constants", "values", "replacements", "settings"];

    [Fact]
    public async Task Every_object_of_every_body_refuses_what_it_is_not_for()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        List<string> taken = [];
        var tried = 0;
        foreach (var route in Route.All(api).Where(r => r.Body is not null))
        {
            var paths = Objects(own.Body(route)!, []).ToList();
            foreach (var path in paths)
            foreach (var name in Smuggled)
            {
                var body = own.Body(route)!;
                var target = path.Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!).AsObject();
                if (target.Any(m => string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase)))
                    continue;
                target[name] = "00000000-0000-0000-0000-000000000001";
                var request = own.Request(route);
                request.Content = JsonContent.Create(body);
                using var answer = await http.SendAsync(request, Cancel);
                if ((int)answer.StatusCode is not (400 or 422))
                    taken.Add($"{route}: {string.Join('/', path)}/{name} → {(int)answer.StatusCode}");
                tried++;
            }
        }
        taken.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(300);
    }

    private static IEnumerable<IReadOnlyList<object>> Objects(JsonNode node, IReadOnlyList<object> path)
    {
        switch (node)
        {
            case JsonObject members:
                yield return path;
                foreach (var (name, value) in members)
                    if (value is not null && !Free.Contains(name, StringComparer.Ordinal))
                        foreach (var below in Objects(value, [.. path, name]))
                            yield return below;
                break;
            case JsonArray { Count: > 0 } items when items[0] is { } first:
                foreach (var below in Objects(first, [.. path, 0]))
                    yield return below;
                break;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
