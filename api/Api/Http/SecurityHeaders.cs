namespace Opora.Api.Http;

/// <summary>Headers that every answer carries, refusals too. nginx sends the same with the files it serves (infra/nginx/headers.conf).</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds them as late as possible: the error handler empties the answer that it replaces, headers included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                context.Response.OnStarting(static state => Add((HttpContext)state), context);
                return next(context);
            }
        );

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        // What the API answers is meant for its caller alone, unless the route has said more.
        if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }
}
