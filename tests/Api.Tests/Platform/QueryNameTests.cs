using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Http;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>A misspelt parameter must not be passed over: what was meant as a trial would be applied, a filter would show everything.</summary>
public sealed class QueryNameTests(ApiFactory api)
{
    [Fact]
    public async Task Every_route_refuses_a_name_in_the_query_that_it_does_not_know()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        foreach (var route in Route.All(api))
        {
            var request = own.Request(route);
            var address = request.RequestUri!.ToString();
            var mark = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            request.RequestUri = new Uri($"{address}{mark}noSuchName=1", UriKind.Relative);
            var problem = await http.SendAsync(request, Cancel).AssertProblem(400, "malformed");
            var error = problem.GetProperty("errors")[0];
            error.GetProperty("pointer").GetString().ShouldBe("/noSuchName", route.ToString());
            error.GetProperty("code").GetString().ShouldBe("unknown-parameter");
        }
    }

    [Fact]
    public void What_is_known_is_what_the_contract_tells()
    {
        var told = Told();
        var routes = Route.All(api).Where(r => told.ContainsKey(r.Name)).ToList();
        routes.Count.ShouldBeGreaterThan(15);
        routes.Where(r => told[r.Name].Count > 0).ShouldNotBeEmpty();
        foreach (var route in routes)
            QueryNames.Of(route.Endpoint).ShouldBe(told[route.Name], ignoreOrder: true, route.ToString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/exam-results/batches?dryRunn=true", "dryRun")]
    [InlineData("POST", "/api/v1/imports?kind=schools&fileName=a.csv&dryrunn=true", null)]
    [InlineData("GET", "/api/v1/schools?serch=2", "search")]
    [InlineData("GET", "/api/v1/schools?page_size=10", "pageSize")]
    public async Task The_nearest_name_is_offered(string method, string address, string? nearest)
    {
        using var http = await (await Given.Region(api)).Operator();
        var problem = await http.Send(new HttpMethod(method), address, new { items = Array.Empty<object>() }, version: null)
            .AssertProblem(400, "malformed");
        if (nearest is not null)
            problem.GetProperty("errors")[0].GetProperty("allowed").GetString().ShouldBe(nearest);
    }

    [Fact]
    public async Task A_name_may_be_written_in_other_case_and_a_long_one_is_told_in_part()
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.GetJson("/api/v1/schools?PageSize=5");
        var problem = await http.GetAsync($"/api/v1/schools?{new string('a', 3_000)}=1", Cancel).AssertProblem(400, "malformed");
        problem.GetProperty("detail").GetString()!.Length.ShouldBeLessThan(600);
    }

    private Dictionary<string, List<string>> Told() =>
        (
            from path in JsonDocument
                .Parse(api.Services.GetRequiredService<OpenApi.ContractText>().Json)
                .RootElement.GetProperty("paths")
                .EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let parameters = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : []
            select (
                Id: operation.Value.GetProperty("operationId").GetString()!,
                Names: parameters
                    .Where(p => p.GetProperty("in").GetString() == "query")
                    .Select(p => p.GetProperty("name").GetString()!)
                    .ToList()
            )
        ).ToDictionary(o => o.Id, o => o.Names, StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
