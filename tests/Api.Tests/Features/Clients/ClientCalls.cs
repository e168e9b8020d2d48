using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Clients;

/// <summary>Machine clients as tests register them and call for them.</summary>
internal static class ClientCalls
{
    public const string Address = "/api/v1/clients";

    /// <summary>Registers a client of the region; the answer has its key.</summary>
    public static Task<JsonElement> Register(this HttpClient http, string place, object? with = null) =>
        http.PostJson(
                Address,
                with
                    ?? new
                    {
                        name = "Витрина",
                        kind = "integration",
                        place,
                    }
            )
            .Json(HttpStatusCode.Created);

    /// <summary>Calls with this key.</summary>
    public static HttpClient With(this WebApplicationFactory<Program> api, string key)
    {
        var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    /// <summary>Calls with the key of this answer.</summary>
    public static HttpClient With(this WebApplicationFactory<Program> api, JsonElement issued) => api.With(KeyOf(issued));

    public static string KeyOf(JsonElement issued) => issued.GetProperty("key").GetString()!;

    public static string IdOf(JsonElement issued) => issued.GetProperty("client").GetProperty("id").GetString()!;

    public static int VersionOf(JsonElement issued) => issued.GetProperty("client").GetProperty("version").GetInt32();

    /// <summary>The key is taken.</summary>
    public static async Task IsTaken(this HttpClient http) => await http.GetJson("/api/v1/regions");

    /// <summary>The key is refused as one that nobody ever gave.</summary>
    public static Task IsRefused(this HttpClient http) =>
        http.GetAsync("/api/v1/regions", TestContext.Current.CancellationToken).AssertProblem(401, "signed-out");

    /// <summary>The product on the same database, called from wherever the answer says.</summary>
    public static WebApplicationFactory<Program> CalledFrom(this ApiFactory api, Func<IPAddress> sender) =>
        api.WithWebHostBuilder(host => host.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new SentFrom(sender))));

    private sealed class SentFrom(Func<IPAddress> sender) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = sender();
                        return go(context);
                    }
                );
                next(app);
            };
    }
}
