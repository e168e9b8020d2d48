using Microsoft.AspNetCore.Authentication.Cookies;

namespace Opora.Api.Auth;

/// <summary>
/// Names cookies <c>__Host-…</c> over https: browsers take such a cookie only from this very host, over https, so that neither a
/// neighbour under the same domain nor somebody on the wire can plant one.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    /// <summary>The beginning of the name.</summary>
    public const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameOf(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
