using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Opora.Api.Auth.External;

/// <summary>
/// OpenID Connect on top of the framework's OAuth handler, which brings the code flow, PKCE, the protected state and the correlation
/// cookie: this adds discovery, the nonce and the id token.
/// </summary>
public sealed class OidcHandler(IOptionsMonitor<OidcOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OidcOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";
    private const int NonceBytes = 32;

    private OpenIdConnectConfiguration _provider = new();

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            _provider = await Options.Provider.GetConfigurationAsync(Context.RequestAborted);
        }
        catch (InvalidOperationException e)
        {
            ExternalSignIn.Explain(Context, e);
            return;
        }
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query);
        query[Nonce] = properties.Items[Nonce];
        return QueryHelpers.AddQueryString(_provider.AuthorizationEndpoint, query);
    }

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        _provider = await Options.Provider.GetConfigurationAsync(Context.RequestAborted);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
        };
        if (context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier))
            form[OAuthConstants.CodeVerifierKey] = verifier!;
        using var request = new HttpRequestMessage(HttpMethod.Post, _provider.TokenEndpoint);
        if (string.IsNullOrEmpty(Options.ClientSecret))
            form["client_id"] = Options.ClientId;
        else
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials());
        request.Content = new FormUrlEncodedContent(form);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(await Read(response))
            : OAuthTokenResponse.Failed(new AuthenticationFailureException($"The token endpoint answered {(int)response.StatusCode}."));
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        if (tokens.Response?.RootElement.TryGetProperty("id_token", out var token) != true || token.GetString() is not { } text)
            throw new AuthenticationFailureException("The provider sent no id token.");
        properties.Items.TryGetValue(Nonce, out var nonce);
        var claims = await IdToken.Validate(text, nonce, Options, Context.RequestAborted);
        foreach (var name in ExternalPerson.Claims)
            if (claims.TryGetValue(name, out var value))
                identity.AddClaim(new Claim(name, value.ToString() ?? ""));
        if (identity.FindFirst(ExternalPerson.Email) is null && _provider.UserInfoEndpoint is { Length: > 0 } more)
            await AddEmail(identity, more, tokens.AccessToken!);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // Some providers tell the address only on request; it counts for the same subject only.
    private async Task AddEmail(ClaimsIdentity identity, string address, string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode)
            return;
        using var told = await Read(response);
        string? Told(string name) => told.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        if (!string.Equals(Told(ExternalPerson.Subject), identity.FindFirst(ExternalPerson.Subject)?.Value, StringComparison.Ordinal))
            return;
        foreach (var name in new[] { ExternalPerson.Email, ExternalPerson.EmailVerified })
            if (Told(name) is { } value)
                identity.AddClaim(new Claim(name, value));
    }

    private async Task<JsonDocument> Read(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(Context.RequestAborted);
        return await JsonDocument.ParseAsync(body, default, Context.RequestAborted);
    }

    private string Credentials() =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Options.ClientId)}:{Uri.EscapeDataString(Options.ClientSecret)}")
        );
}
