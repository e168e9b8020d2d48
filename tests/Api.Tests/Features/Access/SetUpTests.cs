using System.Net;
using Opora.Api.Features.Access;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Access;

/// <summary>The first operator of an empty product, which each test starts for itself.</summary>
public sealed class SetUpTests
{
    [Fact]
    public async Task The_link_works_once()
    {
        await using var api = new ApiFactory();
        await api.InitializeAsync();
        using var http = api.CreateBrowser();
        (await http.GetJson("/api/v1/setup")).GetProperty("needed").GetBoolean().ShouldBeTrue();
        var token = await File.ReadAllTextAsync(Path.Combine(api.DataFolder, "setup-token"), TestContext.Current.CancellationToken);
        var body = SetUp.Body.Example with { Token = token };

        await http.PostJson("/api/v1/setup", body with { Token = "guessed" }).AssertProblem(403, "setup-link-unknown");
        await http.PostJson("/api/v1/setup", body with { Password = "aaaaaaaaaaaa" }).AssertProblem(400, "validation");
        var me = await http.PostJson("/api/v1/setup", body).Json();
        me.GetProperty("role").GetString().ShouldBe("Operator");
        me.GetProperty("region").GetProperty("code").GetString().ShouldBe("RU-TA");

        // Signed in at once, and able to work.
        (await http.GetJson("/api/v1/schools"))
            .GetProperty("total")
            .GetInt32()
            .ShouldBe(0);
        (await http.GetJson("/api/v1/setup")).GetProperty("needed").GetBoolean().ShouldBeFalse();
        await http.PostJson("/api/v1/setup", body with { UserName = "second" }).AssertProblem(409, "already-set-up");
        File.Exists(Path.Combine(api.DataFolder, "setup-token")).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_at_once_make_one_operator()
    {
        await using var api = new ApiFactory();
        await api.InitializeAsync();
        var token = await File.ReadAllTextAsync(Path.Combine(api.DataFolder, "setup-token"), TestContext.Current.CancellationToken);
        var body = SetUp.Body.Example with { Token = token };

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(async i =>
                {
                    using var http = api.CreateBrowser();
                    using var answer = await http.PostJson(
                        "/api/v1/setup",
                        body with
                        {
                            UserName = "operator-" + i,
                            RegionCode = "RU-T" + (char)('A' + i),
                        }
                    );
                    return answer.StatusCode;
                })
        );
        answers.Count(s => s == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldNotContain(HttpStatusCode.InternalServerError);
    }
}
