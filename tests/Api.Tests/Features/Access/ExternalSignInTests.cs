using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Opora.Api.Auth.External;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Access;

/// <summary>Sign-in at a provider: for invited people, with tokens that are beyond doubt, back to this application only.</summary>
[AnyEngine]
public sealed class ExternalSignInTests : IClassFixture<ProductWithProvider>, IDisposable
{
    private const string Start = "/api/v1/session/external";
    private readonly ApiFactory _api;
    private readonly TestProvider _provider;
    private readonly HttpClient _http;

    public ExternalSignInTests(ApiFactory api, ProductWithProvider product)
    {
        (_api, _provider) = (api, product.Provider);
        _provider.Begin();
        _http = product.Factory.CreateBrowser();
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task An_invited_person_is_known_by_the_verified_address_once_and_by_the_link_then()
    {
        var (given, name, email) = await Invited();
        _provider.Claims["email"] = email.ToUpperInvariant();
        using (var landing = await Visit("/schools?search=2"))
        {
            landing.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await landing.Content.ReadAsStringAsync(Cancel)).ShouldContain("url=/schools?search=2\"");
            landing.Headers.GetValues("Set-Cookie").ShouldContain(c => c.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));
        }
        (await _http.GetJson("/api/v1/me")).GetProperty("userName").GetString().ShouldBe(name);

        await given.InRegion(async db =>
        {
            (await db.Users.SingleAsync(p => p.UserName == name, Cancel)).NormalizedEmail = "CHANGED@EXAMPLE.ORG";
            await db.SaveChangesAsync(Cancel);
        });
        (await _http.DeleteAsync("/api/v1/session", Cancel)).Dispose();
        (await Visit("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _http.GetJson("/api/v1/me")).GetProperty("userName").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task The_request_carries_state_nonce_and_a_challenge_that_the_exchange_answers()
    {
        using var start = await _http.GetAsync(Start, Cancel);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location!.Query);
        asked["realm"].ToString().ShouldBe("schools");
        asked["response_type"].ToString().ShouldBe("code");
        asked["scope"].ToString().ShouldBe("openid email");
        asked["code_challenge_method"].ToString().ShouldBe("S256");
        start.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("samesite=lax", Case.Insensitive);
        _provider.Claims["nonce"] = asked["nonce"].ToString();
        (await Callback(start, asked["state"].ToString())).Dispose();
        TestProvider.ChallengeOf(_provider.Exchange["code_verifier"]).ShouldBe(asked["code_challenge"].ToString());
        _provider.Exchange["client_id"].ShouldBe(TestProvider.ClientId);
    }

    [Fact]
    public async Task A_stranger_is_told_so_and_nobody_is_created()
    {
        var (given, name, email) = await Invited();
        _provider.Claims["email"] = "stranger-" + email;
        Told(await Visit("/")).ShouldBe("/not-invited");
        _provider.Claims["email"] = email;
        _provider.Claims["email_verified"] = false;
        Told(await Visit("/")).ShouldBe("/not-invited");
        await _http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
        await given.InRegion(async db =>
        {
            (await db.Users.AnyAsync(p => p.UserName != name && p.Email == "stranger-" + email, Cancel)).ShouldBeFalse();
            (await db.UserLogins.AnyAsync(l => l.ProviderKey == (string)_provider.Claims["sub"], Cancel)).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task An_address_leads_no_second_account_to_a_person_who_is_linked()
    {
        var (_, _, email) = await Invited();
        _provider.Claims["email"] = email;
        (await Visit("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _provider.Claims["sub"] = Guid.NewGuid().ToString();
        Told(await Visit("/")).ShouldBe("/not-invited");
    }

    [Fact]
    public async Task An_address_of_two_people_lets_neither_in()
    {
        var (_, _, email) = await Invited();
        await Invited(email);
        _provider.Claims["email"] = email;
        Told(await Visit("/")).ShouldBe("/not-invited");
        await _http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_blocked_person_is_a_stranger_linked_or_not(bool linked)
    {
        var (given, name, email) = await Invited();
        _provider.Claims["email"] = email;
        if (linked)
            Told(await Visit("/")).ShouldBeNull();
        await given.InRegion(async db =>
        {
            (await db.Users.SingleAsync(p => p.UserName == name, Cancel)).BlockedAt = _api.Clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Cancel);
        });
        Told(await Visit("/")).ShouldBe("/not-invited");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "/not-invited")]
    public async Task An_address_told_on_request_counts_for_the_same_subject_only(bool same, string? told)
    {
        var (_, _, email) = await Invited();
        _provider.UserInfo["sub"] = same ? _provider.Claims["sub"] : Guid.NewGuid().ToString();
        _provider.UserInfo["email"] = email;
        _provider.UserInfo["email_verified"] = true;
        Told(await Visit("/")).ShouldBe(told);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("nonce")]
    [InlineData("key")]
    [InlineData("secret")]
    [InlineData("azp")]
    public async Task A_token_that_is_wrong_in_one_thing_lets_nobody_in(string wrong)
    {
        var (_, _, email) = await Invited();
        _provider.Claims["email"] = email;
        switch (wrong)
        {
            case "issuer":
                _provider.TokenIssuer = "https://other.test";
                break;
            case "audience":
                _provider.Audience = "other";
                break;
            case "expired":
                _provider.Life = TimeSpan.FromMinutes(-10);
                break;
            case "key":
                _provider.ForeignKey = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" };
                break;
            case "secret":
                _provider.ForeignKey = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64));
                break;
            case "azp":
                _provider.Claims["azp"] = "other";
                break;
        }
        using var answer = await Visit("/", nonce: wrong == "nonce" ? "another" : null);
        Told(answer).ShouldBe("/sign-in?external=failed");
        await _http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task A_callback_of_another_browser_or_without_state_lets_nobody_in()
    {
        using var start = await _http.GetAsync(Start, Cancel);
        var state = QueryHelpers.ParseQuery(start.Headers.Location!.Query)["state"].ToString();
        using var stolen = await _http.GetAsync($"{Start}/callback?code=x&state={Uri.EscapeDataString(state)}", Cancel);
        Told(stolen).ShouldBe("/sign-in?external=failed");
        using var bare = await _http.GetAsync($"{Start}/callback?code=x&state=x", Cancel);
        Told(bare).ShouldBe("/sign-in?external=failed");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("schools")]
    [InlineData("")]
    public async Task Nobody_is_led_elsewhere(string returnUrl)
    {
        var (_, _, email) = await Invited();
        _provider.Claims["email"] = email;
        using var landing = await Visit(returnUrl);
        (await landing.Content.ReadAsStringAsync(Cancel)).ShouldContain("url=/\"");
    }

    [Fact]
    public async Task An_address_is_no_markup()
    {
        var (_, _, email) = await Invited();
        _provider.Claims["email"] = email;
        using var landing = await Visit("/\"><script>alert(1)</script>");
        (await landing.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("<script", Case.Insensitive);
    }

    [Fact]
    public async Task The_button_is_there_only_where_a_provider_is()
    {
        (await _http.GetJson("/api/v1/session")).GetProperty("external").GetString().ShouldBe("Войти через портал");
        using var plain = _api.CreateBrowser();
        (await plain.GetJson("/api/v1/session")).GetProperty("external").GetString().ShouldBeNull();
        await plain.GetAsync(Start, Cancel).AssertProblem(404, "not-found");
    }

    // Where a refusal leads; whoever is let in gets a page instead.
    private static string? Told(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;

    private async Task<(Given Given, string Name, string Email)> Invited(string? sharedAddress = null)
    {
        var given = await Given.Region(_api);
        using var http = await given.Operator();
        var name = (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString()!;
        var email = sharedAddress ?? name + "@example.org";
        await given.InRegion(async db =>
        {
            var person = await db.Users.SingleAsync(p => p.UserName == name, Cancel);
            (person.Email, person.NormalizedEmail) = (email, email.ToUpperInvariant());
            await db.SaveChangesAsync(Cancel);
        });
        return (given, name, email);
    }

    private async Task<HttpResponseMessage> Visit(string returnUrl, string? nonce = null)
    {
        using var start = await _http.GetAsync($"{Start}?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancel);
        start.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location!.Query);
        _provider.Claims["nonce"] = nonce ?? asked["nonce"].ToString();
        return await Callback(start, asked["state"].ToString());
    }

    // The cookie is carried by hand: its end is told by the tests' clock, which a cookie jar takes for long ago.
    private async Task<HttpResponseMessage> Callback(HttpResponseMessage start, string state)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Start}/callback?code=x&state={Uri.EscapeDataString(state)}");
        request.Headers.Add("Cookie", start.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return await _http.SendAsync(request, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

/// <summary>The product with a provider of its own, started once for all tests of this class.</summary>
public sealed class ProductWithProvider : IDisposable
{
    public ProductWithProvider(ApiFactory api)
    {
        Provider = new TestProvider(api.Clock);
        Factory = api.WithWebHostBuilder(host =>
        {
            host.UseSetting("Oidc:Authority", TestProvider.Issuer);
            host.UseSetting("Oidc:ClientId", TestProvider.ClientId);
            host.UseSetting("Oidc:Name", "Войти через портал");
            host.ConfigureServices(s => s.Configure<OidcOptions>(ExternalSignIn.Scheme, o => o.BackchannelHttpHandler = Provider));
        });
    }

    /// <summary>The provider; each test begins anew with it.</summary>
    public TestProvider Provider { get; }

    /// <summary>The product.</summary>
    public WebApplicationFactory<Program> Factory { get; }

    public void Dispose()
    {
        Factory.Dispose();
        Provider.Dispose();
    }
}
