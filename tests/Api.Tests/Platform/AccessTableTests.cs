using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Opora.Api.Auth;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>The table of routes and roles that people read is the one that the product enforces.</summary>
public sealed class AccessTableTests(ApiFactory api)
{
    /// <summary>Set to 1, the test writes the file instead of judging it: <c>infra/contract.sh</c>.</summary>
    private const string WriteSwitch = "OPORA_WRITE_CONTRACT";

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    [Fact]
    public async Task The_committed_table_is_what_the_routes_demand()
    {
        var file = SourceTree.At("api/Api/Auth/access.md");
        var made = Table();
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
            await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);
        var committed = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        committed.ShouldBe(made, "Run infra/contract.sh and commit access.md: somebody should have read what changed.");
    }

    private string Table()
    {
        var text = new StringBuilder(
            """
            # Who may call what

            Made from the routes by `AccessTableTests`; `infra/contract.sh` writes it anew. Where a role is marked, it may call the route for
            what lies within the place of its grant; everything else is refused (403) or unknown (404), as `AccessTests` tries over all
            routes. A machine client may do less than its role: only what it was given permissions for.


            """
        );
        foreach (var group in Route.All(api).GroupBy(r => r.Endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "—"))
        {
            text.Append("## ").Append(group.Key).Append("\n\n| route | asks for | ");
            text.AppendJoin(" | ", Roles.Select(r => RoleNames[r]))
                .Append(" |\n|---|---|")
                .Append(string.Concat(Roles.Select(_ => ":-:|")));
            text.Append('\n');
            foreach (
                var route in group.OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method.Method, StringComparer.Ordinal)
            )
                text.Append($"| `{route.Method} {route.Pattern}` | {Asked(route)} | ")
                    .AppendJoin(" | ", Roles.Select(role => IsEntitled(route, role) ? "✓" : "·"))
                    .Append(" |\n");
            text.Append('\n');
        }
        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static readonly Dictionary<Role, string> RoleNames = new()
    {
        [Role.Operator] = "operator",
        [Role.Coordinator] = "coordinator",
        [Role.School] = "school",
        [Role.Observer] = "observer",
        [Role.MunicipalSystem] = "municipal system",
        [Role.Integration] = "integration",
    };

    private static string Asked(Route route) =>
        route.IsOpen ? "nothing"
        : route.Needs?.Permission is { } permission ? $"`{PermissionWords.NameOf(permission)}`"
        : "sign-in";

    private static bool IsEntitled(Route route, Role role) =>
        route.IsOpen || route.Needs?.Permission is not { } permission || Domain.Access.Roles.Permits(role, permission);
}
