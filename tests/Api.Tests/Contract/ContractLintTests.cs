using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Http;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Contract;

/// <summary>What every operation of the contract owes to its reader.</summary>
[AnyEngine]
public sealed class ContractLintTests(ApiFactory api)
{
    private const string ProblemMedia = "application/problem+json";

    [Fact]
    public void Every_route_is_in_the_contract_under_the_name_of_its_slice()
    {
        var operations = Operations().Select(o => o.Id).ToList();
        operations.ShouldBe(Route.All(api).Select(r => r.Name), ignoreOrder: true);
        operations.ShouldBeUnique();
        var slices = typeof(OpenApi)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .Select(t => t.Name)
            .ToHashSet();
        operations.Where(o => !slices.Contains(o)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_operation_has_a_summary_one_tag_a_success_and_a_refusal() =>
        Complaints(o =>
                [
                    (o.Text("summary") is not { Length: > 5 }, "no summary"),
                    (o.Text("summary")?.EndsWith('.') == true, "the summary is no sentence"),
                    (!o.Json.TryGetProperty("tags", out var tags) || tags.GetArrayLength() != 1, "not one tag"),
                    (!o.Responses.Any(r => r.Name[0] == '2' || r.Name == "302"), "no success"),
                    (!o.Responses.Any(r => r.Name[0] == '4') && (o.HasInput || o.Method != "get"), "no refusal"),
                ]
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_refusal_is_a_problem_and_every_answer_is_described() =>
        Complaints(o =>
                o.Responses.SelectMany(r =>
                    new[]
                    {
                        (r.Value.GetProperty("description").GetString() is not { Length: > 3 }, $"{r.Name}: no description"),
                        (r.Name[0] == '4' && !r.Value.GetProperty("content").TryGetProperty(ProblemMedia, out _), $"{r.Name}: no problem"),
                        (r.Name is "200" or "201" && !r.Value.TryGetProperty("content", out _), $"{r.Name}: no content"),
                    }
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_parameter_is_described_and_typed() =>
        Complaints(o =>
                o.Parameters.SelectMany(p =>
                    new[]
                    {
                        (
                            !p.TryGetProperty("description", out var text) || text.GetString()!.Length < 4,
                            $"{p.GetProperty("name")}: no description"
                        ),
                        (!p.TryGetProperty("schema", out _), $"{p.GetProperty("name")}: no schema"),
                        (
                            char.IsUpper(p.GetProperty("name").GetString()![0]) && p.GetProperty("in").GetString() != "header",
                            $"{p.GetProperty("name")}: not in camel case"
                        ),
                    }
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_body_is_described_with_all_its_members_and_shows_an_example() =>
        Complaints(o =>
            {
                if (!o.Json.TryGetProperty("requestBody", out var body))
                    return [];
                var content = body.GetProperty("content");
                if (!content.TryGetProperty("application/json", out var json))
                    return [(!body.TryGetProperty("description", out _), "the body is not described")];
                return
                [
                    (!body.TryGetProperty("description", out _), "the body is not described"),
                    (!json.TryGetProperty("example", out _), "no example"),
                    .. Undescribed(json.GetProperty("schema")).Select(m => (true, $"{m}: not described")),
                ];
            })
            .ShouldBeEmpty();

    [Fact]
    public void Every_guarded_operation_says_how_to_sign_in_and_what_it_needs()
    {
        var routes = Route.All(api).ToDictionary(r => r.Name, StringComparer.Ordinal);
        Complaints(o =>
                [
                    (routes[o.Id].IsOpen == o.Json.TryGetProperty("security", out _), "security"),
                    (
                        routes[o.Id].Needs is { Permission: not null }
                            && o.Text("description")?.Contains("permission", StringComparison.Ordinal) != true,
                        "permission"
                    ),
                    (routes[o.Id].NeedsVersion && !o.Parameters.Any(p => p.GetProperty("name").GetString() == "If-Match"), "If-Match"),
                ]
            )
            .ShouldBeEmpty();
    }

    private IEnumerable<string> Undescribed(JsonElement schema)
    {
        var name = schema.GetProperty("$ref").GetString()!.Split('/')[^1];
        return Contract()
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty(name)
            .GetProperty("properties")
            .EnumerateObject()
            .Where(p => !p.Value.TryGetProperty("description", out _))
            .Select(p => $"{name}.{p.Name}");
    }

    private List<string> Complaints(Func<Operation, IEnumerable<(bool Wrong, string What)>> lint)
    {
        var operations = Operations();
        operations.Count.ShouldBeGreaterThan(15);
        return [.. operations.SelectMany(o => lint(o).Where(c => c.Wrong).Select(c => $"{o.Id}: {c.What}"))];
    }

    private List<Operation> Operations() =>
        [
            .. Contract()
                .GetProperty("paths")
                .EnumerateObject()
                .SelectMany(p => p.Value.EnumerateObject())
                .Select(o => new Operation(o.Name, o.Value)),
        ];

    private JsonElement Contract() => JsonSerializer.Deserialize<JsonElement>(api.Services.GetRequiredService<OpenApi.ContractText>().Json);

    private sealed record Operation(string Method, JsonElement Json)
    {
        public string Id => Text("operationId") ?? "?";

        public IEnumerable<JsonProperty> Responses => Json.GetProperty("responses").EnumerateObject();

        public IEnumerable<JsonElement> Parameters => Json.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [];

        public bool HasInput => Parameters.Any() || Json.TryGetProperty("security", out _);

        public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
