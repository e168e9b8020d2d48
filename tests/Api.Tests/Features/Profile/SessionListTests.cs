using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Persistence.Identity;

namespace Opora.Api.Tests.Features.Profile;

/// <summary>Where one is signed in, and ending it from afar.</summary>
public sealed class SessionListTests(ApiFactory api)
{
    private const string Me = "/api/v1/me";
    private const string Sessions = "/api/v1/me/sessions";

    [Fact]
    public async Task Every_sign_in_is_a_session_of_its_own_and_says_which_browser()
    {
        var (_, first, name) = await Person();
        using var second = await Given.SignedIn(api, name);
        second.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36");
        await SignIn(second, name);

        var sessions = (await second.GetJson(Sessions)).EnumerateArray().ToList();
        sessions.Count.ShouldBe(2);
        sessions.Single(s => s.GetProperty("current").GetBoolean()).GetProperty("client").GetString().ShouldBe("Chrome на Windows");
        (await first.GetJson(Sessions)).EnumerateArray().Single(s => s.GetProperty("current").GetBoolean()).ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Signing_in_never_keeps_the_session_that_the_browser_brought()
    {
        var (_, http, name) = await Person();
        var before = await CurrentId(http);
        await SignIn(http, name);
        (await CurrentId(http)).ShouldNotBe(before);
        (await http.GetJson(Sessions)).EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldNotContain(before);
    }

    [Fact]
    public async Task An_ended_session_is_refused_with_the_next_call()
    {
        var (_, first, name) = await Person();
        using var second = await Given.SignedIn(api, name);
        using var answer = await first.DeleteAsync($"{Sessions}/{await CurrentId(second)}", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await second.GetAsync("/api/v1/schools", Cancel).AssertProblem(401, "signed-out");
        await first.GetJson(Me);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_session_too()
    {
        var (_, first, name) = await Person();
        using var second = await Given.SignedIn(api, name);
        using var answer = await first.DeleteAsync(Sessions, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await first.GetAsync(Me, Cancel).AssertProblem(401, "signed-out");
        await second.GetAsync(Me, Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task A_cookie_that_was_kept_is_worthless_after_signing_out()
    {
        var (given, http, _) = await Person();
        var id = Guid.Parse(await CurrentId(http));
        (await http.DeleteAsync("/api/v1/session", Cancel)).Dispose();
        await given.InRegion(async db => (await db.PersonSessions.SingleAsync(s => s.Id == id, Cancel)).EndedAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_another()
    {
        var (_, own, _) = await Person();
        var (_, other, _) = await Person();
        await own.DeleteAsync($"{Sessions}/{await CurrentId(other)}", Cancel).AssertProblem(404, "not-found");
        await other.GetJson(Me);
    }

    [Theory]
    [InlineData(nameof(PersonSession.LastSeenAt), 12)]
    [InlineData(nameof(PersonSession.StartedAt), 7 * 24)]
    public async Task A_session_ends_by_itself(string since, int hours)
    {
        var (given, http, _) = await Person();
        var id = Guid.Parse(await CurrentId(http));
        await given.InRegion(async db =>
        {
            var session = await db.PersonSessions.SingleAsync(s => s.Id == id, Cancel);
            db.Entry(session).Property(since).CurrentValue = api.Clock.GetUtcNow().UtcDateTime.AddHours(-hours);
            await db.SaveChangesAsync(Cancel);
        });
        await http.GetAsync(Me, Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task What_is_over_is_forgotten()
    {
        var (given, http, name) = await Person();
        using var other = await Given.SignedIn(api, name);
        var (kept, old) = (Guid.Parse(await CurrentId(http)), Guid.Parse(await CurrentId(other)));
        var now = api.Clock.GetUtcNow().UtcDateTime;
        await given.InRegion(async db =>
        {
            var session = await db.PersonSessions.SingleAsync(s => s.Id == old, Cancel);
            db.Entry(session).Property(s => s.StartedAt).CurrentValue = now - PersonSession.Limit;
            await db.SaveChangesAsync(Cancel);
            await db.ForgetSessions(now, Cancel);
            (await db.PersonSessions.Where(s => s.Id == old || s.Id == kept).Select(s => s.Id).ToListAsync(Cancel)).ShouldBe([kept]);
        });
    }

    [Fact]
    public async Task A_call_costs_one_statement_for_its_caller_and_one_more_now_and_then()
    {
        var (given, http, _) = await Person();
        var id = Guid.Parse(await CurrentId(http));
        await given.InRegion(async db =>
        {
            var session = await db.PersonSessions.SingleAsync(s => s.Id == id, Cancel);
            db.Entry(session).Property(s => s.LastSeenAt).CurrentValue = api.Clock.GetUtcNow().UtcDateTime.AddMinutes(-6);
            await db.SaveChangesAsync(Cancel);
        });
        using var count = new StatementCount(api, http);
        var seen = (await http.GetJson(Sessions))[0].GetProperty("lastSeenAt").GetDateTime();
        seen.ShouldBe(api.Clock.GetUtcNow().UtcDateTime);
        count.Count.ShouldBe(3);
        await http.GetJson(Sessions);
        count.Count.ShouldBe(5);
    }

    private async Task<(Given Given, HttpClient Http, string Name)> Person()
    {
        var given = await Given.Region(api);
        var http = await given.Operator();
        return (given, http, (await http.GetJson(Me)).GetProperty("userName").GetString()!);
    }

    private static Task<JsonElement> SignIn(HttpClient http, string userName) =>
        http.PostJson("/api/v1/session", new { userName, password = Given.Password }).Json();

    private static async Task<string> CurrentId(HttpClient http) =>
        (await http.GetJson(Sessions)).EnumerateArray().Single(s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
