using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

[AnyEngine]
public sealed class SignInThrottleTests(ApiFactory api)
{
    [Fact]
    public async Task One_password_cannot_be_tried_on_many_names_from_one_address()
    {
        await using var product = api.WithWebHostBuilder(host => host.UseSetting(SignInThrottle.Setting, "3"));
        using var http = product.CreateBrowser();
        for (var attempt = 1; attempt <= 3; attempt++)
            await Attempt(http).AssertProblem(401, "sign-in-failed");
        using var refused = await Attempt(http);
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeInRange(1, 60);
        await Attempt(http).AssertProblem(429, "too-many-requests");

        // Whoever is in already works on.
        await http.GetJson("/api/v1/setup");
    }

    [Theory]
    [InlineData("10.1.2.3", 401)]
    [InlineData("203.0.113.9", 429)]
    public async Task The_address_of_the_visitor_is_believed_from_the_configured_proxy_only(string sender, int third)
    {
        await using var product = api.WithWebHostBuilder(host =>
        {
            host.UseSetting(SignInThrottle.Setting, "2");
            host.UseSetting(Proxies.Setting, "127.0.0.1, 10.0.0.0/8");
            host.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new SentFrom(IPAddress.Parse(sender))));
        });
        using var http = product.CreateBrowser();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{attempt}");
            using var answer = await Attempt(http);
            ((int)answer.StatusCode).ShouldBe(attempt < 3 ? 401 : third);
        }
    }

    private sealed class SentFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = address;
                        return go(context);
                    }
                );
                next(app);
            };
    }

    private static Task<HttpResponseMessage> Attempt(HttpClient http) =>
        http.PostJson("/api/v1/session", new { userName = "nobody-" + Given.NewCode(), password = Given.Password });
}
