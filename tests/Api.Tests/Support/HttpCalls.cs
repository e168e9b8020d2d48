using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Opora.Api.Tests.Support;

/// <summary>Calls as a browser makes them, and what tests ask of the answers.</summary>
public static class HttpCalls
{
    /// <summary>A browser with a cookie jar of its own that says where its requests come from.</summary>
    public static HttpClient CreateBrowser(this WebApplicationFactory<Program> api)
    {
        var http = api.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return http;
    }

    public static Task<HttpResponseMessage> PostJson(this HttpClient http, string url, object body, int? version = null) =>
        http.Send(HttpMethod.Post, url, body, version);

    public static Task<HttpResponseMessage> PutJson(this HttpClient http, string url, object body, int? version = null) =>
        http.Send(HttpMethod.Put, url, body, version);

    public static async Task<HttpResponseMessage> Send(this HttpClient http, HttpMethod method, string url, object? body, int? version)
    {
        using var request = new HttpRequestMessage(method, url)
        {
            Content = body is null ? null : JsonContent.Create(body, options: Opora.Api.Http.JsonOptions.Web),
        };
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer's body when it is a success.</summary>
    public static async Task<JsonElement> Json(this Task<HttpResponseMessage> call, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The answer has this status.</summary>
    public static async Task Answers(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var response = await call;
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static Task<JsonElement> GetJson(this HttpClient http, string url) =>
        http.GetAsync(url, TestContext.Current.CancellationToken).Json();

    /// <summary>The answer is this problem, told as Problem Details.</summary>
    public static async Task<JsonElement> AssertProblem(this Task<HttpResponseMessage> call, int status, string code)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        problem.GetProperty("type").GetString().ShouldBe("/problems/" + code);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
