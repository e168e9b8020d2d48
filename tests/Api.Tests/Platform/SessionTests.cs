using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Tests.Platform;

/// <summary>Getting in, being locked out, and being put out at once.</summary>
public sealed class SessionTests(ApiFactory api)
{
    private const string Wrong = "not the right password";

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_tell_a_stranger_nothing()
    {
        var name = await NewUserName();
        using var http = api.CreateBrowser();
        for (var attempt = 1; attempt <= 6; attempt++)
            await SignIn(http, name, Wrong).AssertProblem(401, "sign-in-failed");

        var known = await SignIn(http, name, Wrong).AssertProblem(401, "sign-in-failed");
        var unknown = await SignIn(http, "nobody-" + Given.NewCode(), Wrong).AssertProblem(401, "sign-in-failed");
        known.GetProperty("detail").GetString().ShouldBe(unknown.GetProperty("detail").GetString());

        // Whoever knows the password is told why it does not work now.
        await SignIn(http, name, Given.Password).AssertProblem(401, "locked-out");
        await http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task Wrong_passwords_that_are_sent_at_once_are_all_counted()
    {
        var name = await NewUserName();
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async _ =>
                {
                    using var http = api.CreateBrowser();
                    await SignIn(http, name, Wrong).AssertProblem(401, "sign-in-failed");
                })
        );
        using var right = api.CreateBrowser();
        await SignIn(right, name, Given.Password).AssertProblem(401, "locked-out");
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("known")]
    [InlineData("invited")]
    [InlineData("locked")]
    public async Task Every_wrong_sign_in_costs_one_hash_so_that_its_time_tells_nothing(string who)
    {
        var name = who == "unknown" ? "nobody-" + Given.NewCode() : await NewUserName();
        await using (var scope = api.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            if (await people.FindByNameAsync(name) is { } person)
            {
                if (who == "invited")
                    person.PasswordHash = null;
                if (who == "locked")
                    person.LockoutEnd = api.Clock.GetUtcNow().AddHours(1);
                (await people.UpdateAsync(person)).Succeeded.ShouldBeTrue();
            }
        }
        var hasher = new CountingHasher(api.Services.GetRequiredService<IOptions<PasswordHasherOptions>>());
        await using var product = api.WithWebHostBuilder(host =>
            host.ConfigureServices(s => s.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(hasher)))
        );
        using var http = product.CreateBrowser();
        await SignIn(http, name, Wrong).AssertProblem(401, "sign-in-failed");
        hasher.Verified.ShouldBe(1);
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before_it()
    {
        var name = await NewUserName();
        using var http = api.CreateBrowser();
        for (var round = 1; round <= 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++)
                await SignIn(http, name, Wrong).AssertProblem(401, "sign-in-failed");
            await SignIn(http, name, Given.Password).Json();
        }
    }

    [Fact]
    public async Task A_refusal_never_tells_the_password_back()
    {
        using var http = api.CreateBrowser();
        var problem = await SignIn(http, "", new string('п', 201)).AssertProblem(400, "validation");
        problem.GetProperty("errors").GetArrayLength().ShouldBe(2);
        problem.ToString().ShouldNotContain("ппп");
    }

    [Fact]
    public async Task A_session_ends_with_the_security_stamp()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var id = (await http.GetJson("/api/v1/me")).GetProperty("id").GetGuid();
        await using (var scope = api.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            await people.UpdateSecurityStampAsync((await people.FindByIdAsync(id.ToString()))!);
        }
        await http.GetAsync("/api/v1/schools", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task What_is_revoked_is_refused_with_the_next_call()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        using var machine = await given.Machine(Role.Integration);
        await http.GetJson("/api/v1/schools");
        await machine.GetJson("/api/v1/schools");

        await given.InRegion(async db =>
        {
            db.RemoveRange(await db.Grants.Where(g => g.RegionCode == given.RegionCode).ToListAsync(Cancel));
            await db.SaveChangesAsync(Cancel);
        });

        await http.GetAsync("/api/v1/schools", Cancel).AssertProblem(403, "forbidden");
        await machine.GetAsync("/api/v1/schools", Cancel).AssertProblem(403, "forbidden");
        (await http.GetJson("/api/v1/me")).GetProperty("permissions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_key_ends_when_it_is_revoked_or_too_old()
    {
        var given = await Given.Region(api);
        using var machine = await given.Machine(Role.Integration);
        await machine.GetJson("/api/v1/schools");
        await given.InRegion(async db =>
        {
            foreach (var key in await db.ClientKeys.Where(k => db.MachineClients.Any(c => c.Id == k.ClientId)).ToListAsync(Cancel))
                key.Revoke(api.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(Cancel);
        });
        await machine.GetAsync("/api/v1/schools", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_this_browser()
    {
        using var http = await (await Given.Region(api)).Operator();
        using var answer = await http.DeleteAsync("/api/v1/session", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await http.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_out_of_reach_of_scripts()
    {
        var name = await NewUserName();
        using var http = api.CreateBrowser();
        using var answer = await SignIn(http, name, Given.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
    }

    private async Task<string> NewUserName()
    {
        using var http = await (await Given.Region(api)).Operator();
        return (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString()!;
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient http, string userName, string password) =>
        http.PostJson("/api/v1/session", new { userName, password });

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
