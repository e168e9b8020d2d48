using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Opora.Persistence;

namespace Opora.Api.Http;

/// <summary>
/// One line a call of the API: which route, which ids, who, how it ended, how long it took. Never a body, a name, a query or the address
/// itself, where people type what they look for.
/// </summary>
public static partial class RequestLog
{
    /// <summary>A value in an address that whoever reads the log must not learn: the secret of a calendar.</summary>
    private const string Secret = "secret";

    /// <summary>Writes the line when the answer is known; around everything else.</summary>
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog).FullName!);
        return app.Use(
            async (context, next) =>
            {
                var from = Stopwatch.GetTimestamp();
                await next(context);
                if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                    Write(logger, context, Stopwatch.GetElapsedTime(from));
            }
        );
    }

    private static void Write(ILogger logger, HttpContext context, TimeSpan took)
    {
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        // The error handler takes the route away and keeps it here.
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var route = (context.GetEndpoint() ?? failed?.Endpoint) as RouteEndpoint;
        var values = failed?.RouteValues ?? context.Request.RouteValues;
        var actor = context.RequestServices.GetRequiredService<CurrentScope>().Actor;
        Called(
            logger,
            context.Request.Method,
            route?.RoutePattern.RawText ?? "(no route)",
            route is null ? "" : string.Join(' ', values.Where(v => v.Key != Secret).Select(v => $"{v.Key}={v.Value}")),
            context.Response.StatusCode,
            (long)took.TotalMilliseconds,
            actor.Kind.ToString(),
            actor.Id,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier
        );
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Route} {Ids} → {Status} in {Milliseconds} ms, {ActorKind} {ActorId}, trace {TraceId}"
    )]
    private static partial void Called(
        ILogger logger,
        string method,
        string route,
        string ids,
        int status,
        long milliseconds,
        string actorKind,
        Guid? actorId,
        string traceId
    );
}
