using System.Net;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>What no feature has to think of: other sites, unknown addresses, headers.</summary>
public sealed class HttpTests(ApiFactory api)
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData(null, null)]
    public async Task Every_change_refuses_a_request_of_another_site(string? header, string? value)
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        if (header is not null)
            http.DefaultRequestHeaders.Add(header, value);
        var routes = Route.All(api).Where(r => r.IsUnsafe).ToList();
        routes.Count.ShouldBeGreaterThan(5);
        foreach (var route in routes)
            await http.SendAsync(own.Request(route), Cancel).AssertProblem(403, "cross-site");
    }

    [Theory]
    [InlineData("Origin", "http://localhost")]
    [InlineData("X-Opora", "1")]
    public async Task A_change_from_the_product_itself_is_let_through(string header, string value)
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        http.DefaultRequestHeaders.Add(header, value);
        using var answer = await http.DeleteAsync("/api/v1/session", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_of_the_API()
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.GetAsync("/api/v1/none", Cancel).AssertProblem(404, "not-found");
        await http.GetAsync("/api/", Cancel).AssertProblem(404, "not-found");
        await http.PostJson("/api/v2/schools", new { }).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_method_that_the_address_does_not_take_is_named_so()
    {
        using var http = await (await Given.Region(api)).Operator();
        using var answer = await http.Send(HttpMethod.Patch, "/api/v1/schools", new { }, version: null);
        answer.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
        await http.Send(HttpMethod.Delete, "/api/v1/regions", body: null, version: null).AssertProblem(405, "method-not-allowed");
    }

    [Fact]
    public async Task An_id_that_is_none_is_malformed_or_absent()
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.GetAsync("/api/v1/schools/not-an-id", Cancel).AssertProblem(400, "malformed");
        await http.GetAsync("/api/v1/schools/00000000-0000-0000-0000-000000000000", Cancel).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("kind=1")]
    [InlineData("kind=secondary")]
    [InlineData("kind=")]
    [InlineData("state=Open&state=7")]
    [InlineData("cohort=5")]
    [InlineData("page=one")]
    [InlineData("page=1.5")]
    [InlineData("page=99999999999")]
    public async Task A_query_takes_one_kind_of_value_for_no_other(string query)
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.GetAsync("/api/v1/schools?" + query, Cancel).AssertProblem(400, "malformed");
    }

    [Fact]
    public async Task A_wrong_value_is_told_back_in_part_only()
    {
        using var http = await (await Given.Region(api)).Operator();
        var name = new string('я', 100_000);
        var problem = await http.PutJson("/api/v1/municipalities/92626000", new { name }).AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("value").GetString()!.Length.ShouldBeLessThan(300);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
