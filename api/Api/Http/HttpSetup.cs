using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Opora.Api.Http;

/// <summary>Everything about HTTP that no feature has to think of.</summary>
public static class HttpSetup
{
    /// <summary>Most bytes of a request's body unless the route says otherwise.</summary>
    public const long MostBytes = 8 * 1024 * 1024;

    /// <summary>Registers it.</summary>
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            Limit(k.Limits);
        });
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(o => JsonOptions.Configure(o.SerializerOptions));
        services.AddContract();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    /// <summary>The first part of the pipeline: problems and headers.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseExceptionHandler();
        app.UseStatusCodePages(c =>
            ProblemHandler.Write(c.HttpContext, Problems.OfStatus(c.HttpContext.Response.StatusCode), c.HttpContext.RequestAborted)
        );
        app.UseContractPage();
        app.UseRouting();
    }

    // Said here although most are what Kestrel does unasked: these are promises, and tests hold them.
    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = MostBytes;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;
        // Whoever sends slowly enough would hold a connection for ever. The slowest telephone network is faster.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
