using Microsoft.Net.Http.Headers;
using Opora.Api.Http;

namespace Opora.Api.Auth;

/// <summary>
/// Refuses changes that another site makes the browser send. Browsers say where a request comes from (Sec-Fetch-Site, Origin), so no
/// token has to be shared between replicas; a call with an Authorization header carries no cookie and needs no guard.
/// </summary>
public static class CrossSite
{
    private const string OwnHeader = "X-Opora";

    /// <summary>Adds the guard; sign-in is guarded as well (login CSRF).</summary>
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) =>
        app.Use(static (context, next) => IsSafe(context.Request) || IsOwn(context.Request) ? next(context) : throw Problems.CrossSite());

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || HttpMethods.IsOptions(request.Method)
        || request.Headers.ContainsKey(HeaderNames.Authorization);

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return string.Equals(site, "same-origin", StringComparison.Ordinal);
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
            return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
        return request.Headers.ContainsKey(OwnHeader);
    }
}
