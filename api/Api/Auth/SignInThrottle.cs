using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Opora.Api.Http;

namespace Opora.Api.Auth;

/// <summary>
/// Attempts to sign in from one address, whatever the names: an account is locked after a few wrong passwords, and this stops those who
/// try one password on many accounts. Generous, because a whole town may share one address.
/// </summary>
public static class SignInThrottle
{
    /// <summary>Setting with the most attempts of an address in a minute.</summary>
    public const string Setting = "SignIn:AttemptsPerMinute";

    private const string Policy = "sign-in";
    private const int UsualAttempts = 100;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limit.</summary>
    public static void AddSignInThrottle(this WebApplicationBuilder builder)
    {
        var attempts = builder.Configuration.GetValue(Setting, UsualAttempts);
        builder.Services.AddRateLimiter(o =>
        {
            o.AddPolicy(
                Policy,
                http =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        Sender(http.Connection.RemoteIpAddress),
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = Window }
                    )
            );
            o.OnRejected = static async (rejected, cancellationToken) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
                    .ToString(CultureInfo.InvariantCulture);
                await ProblemHandler.Write(rejected.HttpContext, Problems.TooManyRequests(), cancellationToken);
            };
        });
    }

    /// <summary>The route is one of those by which strangers try to get in.</summary>
    public static RouteHandlerBuilder Throttled(this RouteHandlerBuilder route) => route.RequireRateLimiting(Policy).ProducesProblems(429);

    // Whoever has one IPv6 address has a whole network of them.
    private static string Sender(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
            _ => address.ToString(),
        };
}
