using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>What every route demands of the shape of a request: versions, pages, bodies.</summary>
[AnyEngine]
public sealed class RequestShapeTests(ApiFactory api)
{
    [Fact]
    public async Task Every_change_of_a_root_demands_the_version_that_is_there()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        var routes = Route.All(api).Where(r => r.NeedsVersion).ToList();
        routes.ShouldNotBeEmpty();
        foreach (var route in routes)
        {
            await http.SendAsync(own.Request(route, versioned: false), Cancel).AssertProblem(428, "version-required");
            await http.SendAsync(own.Request(route, version: 99), Cancel).AssertProblem(412, "version-mismatch");
            using var weak = own.Request(route, versioned: false);
            weak.Headers.TryAddWithoutValidation("If-Match", "W/\"1\"");
            await http.SendAsync(weak, Cancel).AssertProblem(400, "malformed");
        }
    }

    [Theory]
    [InlineData("pageSize=201", "/pageSize")]
    [InlineData("pageSize=0", "/pageSize")]
    [InlineData("page=0", "/page")]
    [InlineData("sort=no-such-column", "/sort")]
    public async Task Every_list_refuses_what_is_out_of_range(string query, string pointer)
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        var lists = Route.All(api).Where(r => r.IsPaged).ToList();
        lists.Count.ShouldBeGreaterThan(1);
        foreach (var list in lists)
        {
            var address = own.Address(list);
            var problem = await http.GetAsync(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query, Cancel)
                .AssertProblem(400, "validation");
            problem
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e => e.GetProperty("pointer").GetString())
                .ShouldContain(pointer, list.ToString());
        }
    }

    [Theory]
    [InlineData("/api/v1/imports?kind=exams", "/kind", "exams", "exam-results")]
    [InlineData("/api/v1/exam-results/batches?mode=some", "/mode", "some", "atomic, partial")]
    [InlineData("/api/v1/exam-results/batches?dryRun=maybe", "/dryRun", "maybe", "true, false")]
    public async Task A_parameter_that_cannot_be_read_is_told_with_what_would_do(
        string address,
        string pointer,
        string sent,
        string allowed
    )
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        var problem = await http.PostAsync(address, body, Cancel).AssertProblem(400, "malformed");
        var error = problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("pointer").GetString().ShouldBe(pointer);
        error.GetProperty("value").GetString().ShouldBe(sent);
        error.GetProperty("allowed").GetString()!.ShouldContain(allowed);
    }

    [Fact]
    public async Task Every_body_refuses_an_unknown_member_and_names_it()
    {
        var own = await OwnRegion.Make(api);
        foreach (var route in Bodies())
        {
            var body = own.Body(route)!.AsObject();
            body["regionCodeOfOthers"] = "RU-MOW";
            var problem = await Send(own, route, body.ToJsonString()).AssertProblem(400, "malformed");
            problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/regionCodeOfOthers", route.ToString());
        }
    }

    [Fact]
    public async Task Every_body_refuses_null_garbage_depth_and_another_format()
    {
        var own = await OwnRegion.Make(api);
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));
        foreach (var route in Bodies())
        {
            foreach (var text in new[] { "null", "", "{", "[]", "\"text\"", "{\"a\":1,\"a\":1}", deep, $"{{\"name\":{deep}}}" })
                await Send(own, route, text).AssertProblem(400, "malformed");
            await Send(own, route, own.Body(route)!.ToJsonString(), "text/plain").AssertProblem(415, "media-type");
            await Send(own, route, "<a/>", "application/xml").AssertProblem(415, "media-type");
        }
    }

    [Fact]
    public async Task No_body_takes_one_kind_of_value_for_another()
    {
        var own = await OwnRegion.Make(api);
        var tried = 0;
        foreach (var route in Bodies())
        foreach (var (name, value) in own.Body(route)!.AsObject().Where(m => m.Value is not null).ToList())
        {
            var body = own.Body(route)!.AsObject();
            body[name] = value switch
            {
                JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => number.ToJsonString(),
                JsonValue => 1,
                _ => "text",
            };
            var problem = await Send(own, route, body.ToJsonString()).AssertProblem(400, "malformed");
            problem.GetProperty("errors")[0].GetProperty("pointer").GetString()!.ShouldStartWith("/" + name);
            problem.GetProperty("detail").GetString()!.ShouldNotContain("System.");
            tried++;
        }
        tried.ShouldBeGreaterThan(20);
    }

    private List<Route> Bodies()
    {
        var routes = Route.All(api).Where(r => r.Body is not null).ToList();
        routes.Count.ShouldBeGreaterThan(5);
        return routes;
    }

    private static async Task<HttpResponseMessage> Send(OwnRegion own, Route route, string text, string type = "application/json")
    {
        var http = await own.Caller(Role.Operator);
        var request = own.Request(route);
        request.Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue(type));
        return await http.SendAsync(request, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
