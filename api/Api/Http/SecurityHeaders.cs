using Microsoft.Net.Http.Headers;

namespace Opora.Api.Http;

/// <summary>Headers that every answer carries, refusals too. nginx sends the same with the files it serves (infra/nginx/headers.conf).</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    // Of this address alone: what else stands under the same domain is not ours to decide.
    private const string StrictTransportSecurity = "max-age=31536000";

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
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = StrictTransportSecurity;
        if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            headers.CacheControl = MayKeep(context) ? "private, no-cache" : "no-store";
        return Task.CompletedTask;
    }

    // A browser keeps nothing of what the API tells: at a shared computer the next person would find it. A program with a key may keep
    // what has a version, and asks each time whether it is still true. A route that serves what everybody may see says so itself.
    private static bool MayKeep(HttpContext context) =>
        context.Request.Headers.ContainsKey(HeaderNames.Authorization) && HttpMethods.IsGet(context.Request.Method);
}
