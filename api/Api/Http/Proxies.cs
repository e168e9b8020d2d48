using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Opora.Api.Http;

/// <summary>
/// Who stands in front: the setting <c>Proxies</c> names addresses and networks, separated by commas. What they say of the visitor
/// (address, scheme) is believed; anybody else could say anything.
/// </summary>
public static class Proxies
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "Proxies";

    /// <summary>Believes the configured proxies; without any, nobody is asked.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration[Setting] is not { Length: > 0 } named)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (one.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            else
                options.KnownProxies.Add(IPAddress.Parse(one));
        app.UseForwardedHeaders(options);
    }
}
