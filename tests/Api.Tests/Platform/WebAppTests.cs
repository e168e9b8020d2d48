using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Opora.Api.Http;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

/// <summary>The built web application as the API serves it: from a folder of a few files made here.</summary>
[AnyEngine]
public sealed class WebAppTests(ProductWithPages product) : IClassFixture<ProductWithPages>
{
    private const string Page = ProductWithPages.Page;
    private static readonly string Script = ProductWithPages.Script;
    private readonly HttpClient _http = product.Http;

    [Theory]
    [InlineData("/")]
    [InlineData("/schools/5?search=2")]
    [InlineData("/apiary")]
    public async Task Answers_every_address_of_a_screen_with_the_page(string address)
    {
        using var response = await Get(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl?.NoCache.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(Page);
    }

    [Theory]
    [InlineData("GET", "/api/v1/none", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/v2/schools", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/api/v1/schools", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/assets/gone.js", HttpStatusCode.NotFound)]
    public async Task Leaves_the_addresses_of_the_API_to_it(string method, string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected);
        response.Content.Headers.Allow.ShouldNotContain("HEAD");
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Sends_the_form_that_the_reader_accepts(string accepted, string? expected)
    {
        using var response = await Get("/assets/app-1.js", ("Accept-Encoding", accepted));
        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(expected);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/javascript");
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        response.Headers.CacheControl?.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task Does_not_send_again_what_the_reader_has()
    {
        using var first = await Get("/assets/app-1.js");
        using var second = await Get("/assets/app-1.js", ("If-None-Match", first.Headers.ETag!.ToString()));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/assets/none.js")]
    [InlineData("/none.png")]
    [InlineData("/api/none")]
    [InlineData("/api/v1/none.csv")]
    public Task Takes_no_unknown_file_or_address_of_the_API_for_a_screen(string address) => Get(address).AssertProblem(404, "not-found");

    [Fact]
    public async Task Serves_nothing_outside_its_folder()
    {
        await File.WriteAllTextAsync(product.Folder.FullName + ".json", "secret", TestContext.Current.CancellationToken);
        try
        {
            using var response = await Get($"/assets/..%2f..%2f{product.Folder.Name}.json");
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        finally
        {
            File.Delete(product.Folder.FullName + ".json");
        }
    }

    private async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
