using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Opora.Api.Auth.External;

/// <summary>Where people may sign in instead of here: the settings under <c>Oidc</c>.</summary>
public sealed class OidcOptions : OAuthOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Oidc";

    // The framework demands addresses before any request; the real ones come from the provider's own description.
    private const string FromDiscovery = "https://discovery.invalid/";

    /// <summary>What is the same for every provider.</summary>
    public OidcOptions()
    {
        CallbackPath = "/api/v1/session/external/callback";
        AuthorizationEndpoint = FromDiscovery;
        TokenEndpoint = FromDiscovery;
        UsePkce = true;
        Scope.Add("openid");
        Scope.Add("email");
        // The way back starts at the provider: a strict cookie would stay behind.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        Events.OnTicketReceived = ExternalSignIn.Receive;
        Events.OnRemoteFailure = ExternalSignIn.Fail;
    }

    /// <summary>Address of the provider; its description lies below it.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Words on the button.</summary>
    public string Name { get; set; } = "Войти через единую учётную запись";

    /// <summary>Whether the provider may be reached without encryption: for tests on one computer.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Reads the provider's description and keys, and keeps them for a while.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration> Provider { get; set; } = null!;

    /// <inheritdoc/>
    public override void Validate()
    {
        if (string.IsNullOrEmpty(Authority) || string.IsNullOrEmpty(ClientId))
            throw new InvalidOperationException("Oidc:Authority and Oidc:ClientId belong together.");
    }
}
