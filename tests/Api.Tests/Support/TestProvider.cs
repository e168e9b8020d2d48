using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Opora.Api.Tests.Support;

/// <summary>
/// An OpenID provider that answers as it is told to, wrongly too. A real one is met by the journeys; this one says what a real one
/// never would.
/// </summary>
public sealed class TestProvider : HttpMessageHandler
{
    public const string Issuer = "https://provider.test";
    public const string ClientId = "opora";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly TestClock _clock;

    /// <summary>A provider that tells the truth until it is told not to.</summary>
    public TestProvider(TestClock clock)
    {
        _clock = clock;
        Begin();
    }

    /// <summary>What the token says; each test changes what it is about.</summary>
    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal);

    /// <summary>What is told on request, beside the token.</summary>
    public Dictionary<string, object> UserInfo { get; } = new(StringComparer.Ordinal);

    /// <summary>Who made the token.</summary>
    public string TokenIssuer { get; set; } = "";

    /// <summary>Whom it was made for.</summary>
    public string Audience { get; set; } = "";

    /// <summary>How long after its making it ends.</summary>
    public TimeSpan Life { get; set; }

    /// <summary>The key it is signed with when not the provider's own.</summary>
    public SecurityKey? ForeignKey { get; set; }

    /// <summary>What the product sent for the code.</summary>
    public Dictionary<string, string> Exchange { get; private set; } = [];

    /// <summary>Somebody new, told truly; its key stays.</summary>
    public void Begin()
    {
        Claims.Clear();
        (Claims["sub"], Claims["email_verified"]) = (Guid.NewGuid().ToString(), true);
        UserInfo.Clear();
        (TokenIssuer, Audience, Life, ForeignKey, Exchange) = (Issuer, ClientId, TimeSpan.FromMinutes(5), null, []);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        object answer = request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => new
            {
                issuer = Issuer,
                authorization_endpoint = Issuer + "/authorize?realm=schools",
                token_endpoint = Issuer + "/token",
                userinfo_endpoint = Issuer + "/userinfo",
                jwks_uri = Issuer + "/keys",
            },
            "/userinfo" => UserInfo,
            "/keys" => new { keys = new[] { Public() } },
            _ => await Token(request, cancellationToken),
        };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
    }

    private async Task<object> Token(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        Exchange = Microsoft
            .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form)
            .ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var now = _clock.GetUtcNow().UtcDateTime;
        return new
        {
            access_token = "access",
            token_type = "Bearer",
            id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = TokenIssuer,
                    Audience = Audience,
                    IssuedAt = now,
                    Expires = now + Life,
                    Claims = Claims,
                    SigningCredentials = new SigningCredentials(
                        ForeignKey ?? _key,
                        ForeignKey is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256
                    ),
                }
            ),
        };
    }

    /// <summary>The challenge of PKCE for a verifier.</summary>
    public static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private object Public()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
        return new
        {
            kty = jwk.Kty,
            kid = jwk.Kid,
            n = jwk.N,
            e = jwk.E,
            use = "sig",
        };
    }
}
