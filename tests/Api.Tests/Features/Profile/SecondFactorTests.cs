using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Profile;

/// <summary>Sign-in with a second factor, from setting it up to losing the telephone.</summary>
public sealed class SecondFactorTests(ApiFactory api)
{
    private const string Authenticator = "/api/v1/me/authenticator";

    [Fact]
    public async Task Is_set_up_with_the_password_and_a_first_code()
    {
        var (given, http, name) = await Person();
        await http.PostJson(Authenticator, new { password = "not the right password" }).AssertProblem(400, "validation");
        var made = await http.PostJson(Authenticator, new { password = Given.Password }).Json();
        var secret = made.GetProperty("secret").GetString()!;
        made.GetProperty("uri").GetString()!.ShouldContain($"secret={secret}");
        made.GetProperty("qrSvg").GetString()!.ShouldStartWith("<svg");
        await http.PostJson(Authenticator + "/confirm", new { code = "000000" }).AssertProblem(400, "validation");

        // What was not confirmed is not asked for.
        (await Given.SignedIn(api, name)).Dispose();
        var codes = (await http.PostJson(Authenticator + "/confirm", new { code = Code(secret) }).Json()).GetProperty("codes");
        codes.GetArrayLength().ShouldBe(10);
        (await http.GetJson("/api/v1/me")).GetProperty("secondFactor").GetBoolean().ShouldBeTrue();
        await http.PostJson(Authenticator, new { password = Given.Password }).AssertProblem(409, "second-factor-on");

        await given.InRegion(async db =>
        {
            var person = await db.Users.SingleAsync(p => p.UserName == name, Cancel);
            person.AuthenticatorSecret!.ShouldNotContain(secret);
            (await db.RecoveryCodes.CountAsync(c => c.PersonId == person.Id, Cancel)).ShouldBe(10);
        });
    }

    [Fact]
    public async Task A_code_is_asked_for_after_the_right_password_only_and_works_once()
    {
        var (name, secret, _) = await WithSecondFactor();
        using var http = api.CreateBrowser();
        await SignIn(http, name, password: "not the right password").AssertProblem(401, "sign-in-failed");
        await SignIn(http, name).AssertProblem(401, "second-factor-required");
        await http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");

        // The code of this step was used to set it up.
        await SignIn(http, name, Code(secret)).AssertProblem(401, "second-factor-wrong");
        var next = Code(secret, step: 1);
        await SignIn(http, name, next[..3] + " " + next[3..]).Json();
        await SignIn(http, name, next).AssertProblem(401, "second-factor-wrong");
    }

    [Fact]
    public async Task One_code_sent_twice_at_once_opens_one_session()
    {
        var (name, secret, _) = await WithSecondFactor();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    using var http = api.CreateBrowser();
                    using var answer = await SignIn(http, name, Code(secret, step: 1));
                    return answer.StatusCode;
                })
        );
        answers.Count(a => a == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a == HttpStatusCode.Unauthorized).ShouldBe(3);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_end_the_old()
    {
        var (name, _, codes) = await WithSecondFactor();
        using var http = api.CreateBrowser();
        await SignIn(http, name, codes[0].ToLowerInvariant()).Json();
        await SignIn(http, name, codes[0]).AssertProblem(401, "second-factor-wrong");
        var renewed = await http.PostJson("/api/v1/me/recovery-codes", new { password = Given.Password }).Json();
        await SignIn(http, name, codes[1]).AssertProblem(401, "second-factor-wrong");
        await SignIn(http, name, renewed.GetProperty("codes")[0].GetString()!).Json();
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_password_alone_does_not_forget_them()
    {
        var (name, secret, _) = await WithSecondFactor();
        using var http = api.CreateBrowser();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await SignIn(http, name).AssertProblem(401, "second-factor-required");
            await SignIn(http, name, "000000").AssertProblem(401, "second-factor-wrong");
        }
        await SignIn(http, name, Code(secret, step: 1)).AssertProblem(401, "locked-out");
    }

    [Fact]
    public async Task Is_turned_off_with_password_and_code()
    {
        var (name, secret, codes) = await WithSecondFactor();
        using var http = api.CreateBrowser();
        await SignIn(http, name, Code(secret, step: 1)).Json();
        await Remove(http, Code(secret, step: 1)).AssertProblem(400, "validation");
        await Remove(http, "000000").AssertProblem(400, "validation");
        using var removed = await Remove(http, codes[0]);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Given.SignedIn(api, name)).Dispose();
        await Remove(http, codes[1]).AssertProblem(409, "second-factor-off");
    }

    [Fact]
    public async Task An_operator_who_must_have_it_reaches_only_the_own_account_until_then()
    {
        var (given, http, _) = await Person();
        using var observer = await given.Observer();
        await given.InRegion(async db =>
        {
            var region = await db.Regions.SingleAsync(Cancel);
            region.Set(region.Settings with { RequiresSecondFactor = true });
            await db.SaveChangesAsync(Cancel);
        });
        await http.GetAsync("/api/v1/schools", Cancel).AssertProblem(403, "second-factor-setup-required");
        (await http.GetJson("/api/v1/me")).GetProperty("mustSetUpSecondFactor").GetBoolean().ShouldBeTrue();
        await http.GetJson("/api/v1/me/sessions");
        await observer.GetJson("/api/v1/schools");

        await SetUp(http);
        await http.GetJson("/api/v1/schools");
    }

    private async Task<(Given Given, HttpClient Http, string Name)> Person()
    {
        var given = await Given.Region(api);
        var http = await given.Operator();
        return (given, http, (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString()!);
    }

    private async Task<(string Name, string Secret, string[] Codes)> WithSecondFactor()
    {
        var (_, http, name) = await Person();
        var (secret, codes) = await SetUp(http);
        return (name, secret, codes);
    }

    private async Task<(string Secret, string[] Codes)> SetUp(HttpClient http)
    {
        var made = await http.PostJson(Authenticator, new { password = Given.Password }).Json();
        var secret = made.GetProperty("secret").GetString()!;
        var confirmed = await http.PostJson(Authenticator + "/confirm", new { code = Code(secret) }).Json();
        return (secret, confirmed.GetProperty("codes").Deserialize<string[]>()!);
    }

    private string Code(string secret, int step = 0) =>
        OneTimeCode.At(FromBase32(secret), OneTimeCode.StepAt(api.Clock.GetUtcNow().UtcDateTime) + step);

    // As an app does it, so that what is shown is proven to be what is meant.
    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient http, string userName, string? code = null, string? password = null) =>
        http.PostJson(
            "/api/v1/session",
            new
            {
                userName,
                password = password ?? Given.Password,
                code,
            }
        );

    private static async Task<HttpResponseMessage> Remove(HttpClient http, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Authenticator)
        {
            Content = JsonContent.Create(new { password = Given.Password, code }),
        };
        return await http.SendAsync(request, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
