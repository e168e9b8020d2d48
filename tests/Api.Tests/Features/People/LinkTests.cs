using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.People;

/// <summary>One-time links: once, for a while, until taken back; and what a password must not be.</summary>
public sealed class LinkTests(ApiFactory api)
{
    [Fact]
    public async Task A_link_works_once_even_for_many_at_the_same_moment()
    {
        var (_, token, _) = await Invited();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 6)
                .Select(async i =>
                {
                    using var http = api.CreateBrowser();
                    using var answer = await Use(http, token, $"{Given.Password} {i}");
                    return answer.StatusCode;
                })
        );
        answers.Count(s => s == HttpStatusCode.OK).ShouldBe(1, string.Join(", ", answers));
        answers.Count(s => s == HttpStatusCode.NotFound).ShouldBe(5, string.Join(", ", answers));
        using var late = api.CreateBrowser();
        await Use(late, token).AssertProblem(404, "link-used");
        await late.PostJson("/api/v1/links/look", new { token }).AssertProblem(404, "link-used");
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_one_before_and_a_link_can_be_taken_back()
    {
        var (given, token, id) = await Invited();
        using var http = await given.Operator();
        using var browser = api.CreateBrowser();
        var url = $"/api/v1/people/{id}/link";

        var issued = await http.PostJson(url, new { byMail = true }, 1).Json();
        issued.GetProperty("sent").GetBoolean().ShouldBeFalse("mail is off");
        await Use(browser, token).AssertProblem(404, "link-expired");
        var second = issued.Token();
        await browser.PostJson("/api/v1/links/look", new { token = second }).Json();

        var after = await http.Send(HttpMethod.Delete, url, null, 2).Json();
        after.Text("state").ShouldBe("Expired");
        await Use(browser, second).AssertProblem(404, "link-expired");
        await http.Send(HttpMethod.Delete, url, null, 3).AssertProblem(409, "no-link");
        await Use(browser, "guessed").AssertProblem(404, "link-unknown");
    }

    [Fact]
    public async Task A_link_ends_with_its_time()
    {
        var (given, _, id) = await Invited();
        var secret = Auth.OneTimeSecret.Create();
        var past = api.Clock.GetUtcNow().UtcDateTime - SignInLink.HandedFor;
        await given.Save(new SignInLink(id, LinkPurpose.Invitation, Auth.OneTimeSecret.HashOf(secret), past, SignInLink.HandedFor, null));
        using var http = api.CreateBrowser();
        await Use(http, secret).AssertProblem(404, "link-expired");
    }

    [Fact]
    public async Task A_reset_sets_a_new_password_and_ends_the_sessions_before_it()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var person = await given.Person(id => Grant.InSchool(id, Role.School, school));
        using var before = await Given.SignedIn(api, person.UserName!);
        using var http = await given.Operator();
        var issued = await http.PostJson($"/api/v1/people/{person.Id}/link", new { byMail = false }, 1).Json();
        issued.Text("purpose").ShouldBe("PasswordReset");
        await before.GetJson("/api/v1/me");

        using var browser = api.CreateBrowser();
        await Use(browser, issued.Token(), "совсем другая длинная фраза").Json();
        await before.GetAsync("/api/v1/me", Cancel).AssertProblem(401, "signed-out");
        await browser.GetJson("/api/v1/me");
        using var old = api.CreateBrowser();
        await old.PostJson("/api/v1/session", new { userName = person.UserName, password = Given.Password })
            .AssertProblem(401, "sign-in-failed");
    }

    [Theory]
    [InlineData("короткий", "password-short")]
    [InlineData("аааааааааааа", "password-simple")]
    [InlineData("абабабабабаб", "password-simple")]
    [InlineData("123456789012", "password-simple")]
    [InlineData("abcdefghijkl", "password-simple")]
    [InlineData("йцукенгшщзхъ", "password-common")]
    [InlineData("qwertyuiop[]", "password-common")]
    [InlineData("Password2024!", "password-common")]
    [InlineData("ПарольПароль", "password-common")]
    [InlineData("gfhjkmgfhjkm", "password-common")]
    [InlineData("Наташа123456", "password-common")]
    [InlineData("1qaz2wsx3edc", "password-common")]
    public async Task A_common_password_is_refused_in_words_and_leaves_the_link_unused(string password, string code)
    {
        var (_, token, _) = await Invited();
        using var http = api.CreateBrowser();
        var problem = await Use(http, token, password).AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].Text("code").ShouldBe(code);
        problem.GetProperty("errors")[0].Text("pointer").ShouldBe("/password");
        problem.ToString().ShouldNotContain(password);
        await Use(http, token).Json();
    }

    [Fact]
    public async Task A_password_is_not_the_user_name_or_the_product()
    {
        var (given, token, id) = await Invited();
        using var http = await given.Operator();
        var userName = (await http.GetJson($"/api/v1/people/{id}")).Text("userName");
        using var browser = api.CreateBrowser();
        foreach (var password in new[] { userName.ToUpperInvariant(), userName + "!1", "опора-опора-1", "ОПОРАopora12" })
        {
            var problem = await Use(browser, token, password).AssertProblem(400, "validation");
            problem.GetProperty("errors")[0].Text("code").ShouldBe("password-personal", password);
        }
        await Use(browser, token, "моя опора в жизни и в школе").Json();
    }

    [Fact]
    public async Task An_unknown_name_a_known_one_and_an_invited_one_are_answered_alike()
    {
        var (given, _, id) = await Invited();
        using var http = await given.Operator();
        var invited = (await http.GetJson($"/api/v1/people/{id}")).Text("userName");
        var known = (await http.GetJson("/api/v1/me")).Text("userName");
        using var stranger = api.CreateBrowser();
        var told = new List<string>();
        foreach (var name in new[] { "nobody-" + Given.NewCode(), invited, known })
        {
            using var count = new StatementCount(api, stranger);
            using var answer = await stranger.PostJson("/api/v1/password-resets", new { userName = name });
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            count.Count.ShouldBe(0, "nothing is looked up within the request");
            var problem = await stranger
                .PostJson("/api/v1/session", new { userName = name, password = "not the password" })
                .AssertProblem(401, "sign-in-failed");
            told.Add(problem.Text("detail"));
        }
        told.Distinct().ShouldHaveSingleItem();
    }

    /// <summary>A region with somebody invited to a school of it.</summary>
    private async Task<(Given Given, string Token, Guid PersonId)> Invited()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var row = (
            await http.PostJson("/api/v1/people/invitations", new { text = $"Директор\t\tшкола\t{school.Code}" }).Json()
        ).GetProperty("rows")[0];
        return (given, row.Token(), row.GetProperty("personId").GetGuid());
    }

    private static Task<HttpResponseMessage> Use(HttpClient http, string token, string password = Given.Password) =>
        http.PostJson("/api/v1/links/use", new { token, password });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
