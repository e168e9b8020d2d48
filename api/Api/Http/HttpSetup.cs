using Microsoft.AspNetCore.Routing;

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
            k.Limits.MaxRequestBodySize = MostBytes;
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
}
