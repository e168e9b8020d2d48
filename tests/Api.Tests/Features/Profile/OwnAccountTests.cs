using System.Net;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Profile;

/// <summary>One's own name, password and preferences.</summary>
public sealed class OwnAccountTests(ApiFactory api)
{
    private const string Me = "/api/v1/me";
    private const string New = "пять совсем других русских слов";

    [Fact]
    public async Task The_own_name_is_changed_under_the_version_seen()
    {
        using var http = await (await Given.Region(api)).Operator();
        var version = (await http.GetJson(Me)).GetProperty("version").GetInt32();
        await http.PutJson(Me, new { displayName = "Оператор" }, version + 1).AssertProblem(412, "version-mismatch");
        await http.PutJson(Me, new { displayName = "  " }, version).AssertProblem(400, "validation");
        (await http.PutJson(Me, new { displayName = " Оператор " }, version).Json())
            .GetProperty("version")
            .GetInt32()
            .ShouldBe(version + 1);
        (await http.GetJson(Me)).GetProperty("displayName").GetString().ShouldBe("Оператор");
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_password()
    {
        using var http = await (await Given.Region(api)).Operator();
        var name = (await http.GetJson(Me)).GetProperty("userName").GetString()!;
        using var other = await Given.SignedIn(api, name);

        using var answer = await http.PostJson(Me + "/password", new { current = Given.Password, @new = New });
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await http.GetJson(Me);
        await other.GetAsync(Me, Cancel).AssertProblem(401, "signed-out");
        await other.PostJson("/api/v1/session", new { userName = name, password = Given.Password }).AssertProblem(401, "sign-in-failed");
        await other.PostJson("/api/v1/session", new { userName = name, password = New }).Json();
    }

    [Fact]
    public async Task A_wrong_or_weak_password_changes_nothing_and_is_not_told_back()
    {
        using var http = await (await Given.Region(api)).Operator();
        var wrong = await http.PostJson(Me + "/password", new { current = "тайна", @new = New }).AssertProblem(400, "validation");
        wrong.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/current");
        wrong.ToString().ShouldNotContain("тайна");
        var weak = await http.PostJson(Me + "/password", new { current = Given.Password, @new = "aaaaaaaaaaaa" })
            .AssertProblem(400, "validation");
        weak.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/new");
        var small = await http.PostJson(Me + "/password", new { current = Given.Password, @new = "тайна" })
            .AssertProblem(400, "validation");
        small.ToString().ShouldNotContain("тайна");
    }

    [Fact]
    public async Task Guessing_the_password_from_within_locks_as_well()
    {
        using var http = await (await Given.Region(api)).Operator();
        for (var attempt = 1; attempt <= 5; attempt++)
            await http.PostJson(Me + "/password", new { current = "wrong", @new = New }).AssertProblem(400, "validation");
        await http.PostJson(Me + "/password", new { current = Given.Password, @new = New }).AssertProblem(409, "locked-out");
    }

    [Fact]
    public async Task Preferences_stay_with_the_person()
    {
        using var http = await (await Given.Region(api)).Operator();
        (await http.GetJson(Me + "/preferences")).ToString().ShouldBe("""{"density":"normal","singleLetterKeys":true,"theme":"auto"}""");
        await http.PutJson(
                Me + "/preferences",
                new
                {
                    density = "compact",
                    singleLetterKeys = false,
                    theme = "dark",
                }
            )
            .Json();
        using var other = await Given.SignedIn(api, (await http.GetJson(Me)).GetProperty("userName").GetString()!);
        var preferences = (await other.GetJson(Me)).GetProperty("preferences");
        preferences.ToString().ShouldBe("""{"density":"compact","singleLetterKeys":false,"theme":"dark"}""");
    }

    [Fact]
    public async Task A_program_has_no_account()
    {
        var given = await Given.Region(api);
        using var machine = await given.Machine(Domain.Access.Role.Integration);
        await machine.GetAsync(Me + "/sessions", Cancel).AssertProblem(401, "signed-out");
        await machine.GetAsync(Me + "/preferences", Cancel).AssertProblem(401, "signed-out");
    }

    [Fact]
    public async Task Sign_in_costs_few_statements()
    {
        using var http = await (await Given.Region(api)).Operator();
        var name = (await http.GetJson(Me)).GetProperty("userName").GetString()!;
        using var browser = api.CreateBrowser();
        using var count = new StatementCount(api, browser);
        await browser.PostJson("/api/v1/session", new { userName = name, password = Given.Password }).Json();
        // The person, the new session, the caller with all grants, the region's words.
        count.Count.ShouldBe(4, string.Join("\n", count.Statements));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
