using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Opora.Api.Auth.External;

/// <summary>Judges id tokens: who made it, for whom, for which sign-in, and until when (OpenID Connect Core, section 3.1.3.7).</summary>
internal static class IdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Signed with the provider's own key: never «none», never the client's secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The claims of a good token.</summary>
    /// <exception cref="AuthenticationFailureException">The token is not good.</exception>
    public static async Task<IDictionary<string, object>> Validate(
        string token,
        string? nonce,
        OidcOptions options,
        CancellationToken cancellationToken
    )
    {
        var result = await Judge(token, options, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have changed its keys since they were read.
            options.Provider.RequestRefresh();
            result = await Judge(token, options, cancellationToken);
        }
        if (!result.IsValid)
            throw new AuthenticationFailureException("The id token is not valid.", result.Exception);
        if (nonce is null || !Says(result, "nonce", nonce))
            throw new AuthenticationFailureException("The id token belongs to another sign-in.");
        if (result.Claims.ContainsKey("azp") && !Says(result, "azp", options.ClientId))
            throw new AuthenticationFailureException("The id token was made for another client.");
        if (!result.Claims.ContainsKey(ExternalPerson.Subject))
            throw new AuthenticationFailureException("The id token names nobody.");
        return result.Claims;
    }

    private static async Task<TokenValidationResult> Judge(string token, OidcOptions options, CancellationToken cancellationToken)
    {
        var provider = await options.Provider.GetConfigurationAsync(cancellationToken);
        var now = options.TimeProvider!.GetUtcNow().UtcDateTime;
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = options.ClientId,
                IssuerSigningKeys = provider.SigningKeys,
                ValidAlgorithms = Algorithms,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = (from, until, _, _) => until > now - Skew && (from is null || from < now + Skew),
            }
        );
    }

    private static bool Says(TokenValidationResult result, string claim, string value) =>
        result.Claims.TryGetValue(claim, out var said) && string.Equals(said as string, value, StringComparison.Ordinal);
}
