using System.Net;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>What every answer tells the browser: what may run, frame, keep and pass on.</summary>
[AnyEngine]
public sealed class AnswerHeaderTests(ApiFactory api, ProductWithPages product) : IClassFixture<ProductWithPages>
{
    private static readonly string[] Directives =
    [
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ];

    [Theory]
    [InlineData("/api/v1/schools", HttpStatusCode.OK)]
    [InlineData("/api/v1/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/schools?pageSize=201", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/table-text", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/docs/index.html", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/schools/5", HttpStatusCode.OK)]
    [InlineData("/assets/app-1.js", HttpStatusCode.OK)]
    [InlineData("/assets/none.js", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_them(string address, HttpStatusCode status)
    {
        using var http = await (await Given.Region(api)).Operator(product.Factory);
        foreach (var scheme in new[] { "http", "https" })
        {
            using var answer = await http.GetAsync(new Uri($"{scheme}://localhost{address}"), Cancel);
            if (scheme == "http")
                answer.StatusCode.ShouldBe(status);
            string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
            Header("X-Content-Type-Options").ShouldBe("nosniff");
            Header("X-Frame-Options").ShouldBe("DENY");
            Header("Referrer-Policy").ShouldBe("same-origin");
            Header("Permissions-Policy")!.ShouldContain("camera=()");
            Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
            Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
            Header("Content-Security-Policy")!.Split("; ").ShouldBe(Directives, ignoreOrder: true);
            Header("Strict-Transport-Security").ShouldBe(scheme == "https" ? "max-age=31536000" : null);
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_browser_keeps_no_answer_of_the_API()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        List<string> kept = [];
        foreach (var route in Route.All(api).Where(r => !r.IsUnsafe))
        {
            using var answer = await http.SendAsync(own.Request(route), Cancel);
            // The logo of a region is no secret, and is on every screen.
            if (answer.Headers.CacheControl?.NoStore != true && route.Name != "GetRegionLogo")
                kept.Add($"{route}: {answer.Headers.CacheControl}");
        }
        kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_may_keep_what_it_asks_for_again()
    {
        var own = await OwnRegion.Make(api);
        using var answer = await (await own.Caller(Role.MunicipalSystem)).GetAsync("/api/v1/exam-results?year=2020", Cancel);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Theory]
    [InlineData("http", "opora=", false)]
    [InlineData("https", "__Host-opora=", true)]
    public async Task The_cookie_is_out_of_reach_of_scripts_sites_and_neighbours(string scheme, string name, bool secure)
    {
        using var http = await (await Given.Region(api)).Operator();
        var userName = (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString();
        using var browser = api.CreateBrowser();
        using var answer = await browser.PostJson($"{scheme}://localhost/api/v1/session", new { userName, password = Given.Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith(name);
        var attributes = cookie.Split("; ").Skip(1).Select(a => a.ToLowerInvariant()).ToList();
        attributes.ShouldContain("httponly");
        attributes.ShouldContain("samesite=strict");
        attributes.ShouldContain("path=/");
        attributes.Contains("secure").ShouldBe(secure);
        attributes.ShouldNotContain(a => a.StartsWith("domain=", StringComparison.Ordinal));
        attributes.ShouldNotContain(a => a.StartsWith("expires=", StringComparison.Ordinal), "It ends with the browser.");
        await browser.GetJson($"{scheme}://localhost/api/v1/me");
    }

    [Fact]
    public async Task A_cookie_that_a_neighbour_can_plant_counts_for_nothing_over_https()
    {
        using var http = await (await Given.Region(api)).Operator();
        var userName = (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString();
        using var browser = api.CreateBrowser();
        using var answer = await browser.PostJson("/api/v1/session", new { userName, password = Given.Password });
        var value = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var victim = api.CreateClient(new() { HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/api/v1/me") { Headers = { { "Cookie", value } } };
        await victim.SendAsync(request, Cancel).AssertProblem(401, "signed-out");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
