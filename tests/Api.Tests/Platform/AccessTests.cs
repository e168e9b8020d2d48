using System.Net;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>Who may call what: over every route there is, so that a new one cannot be forgotten.</summary>
public sealed class AccessTests(ApiFactory api)
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    [Fact]
    public void Every_route_says_what_it_asks_of_its_caller() =>
        Route.All(api).Where(r => r.IsOpen == r.Needs is not null).Select(r => r.ToString()).ShouldBeEmpty();

    [Fact]
    public void Only_set_up_sign_in_and_links_are_open() =>
        Route
            .All(api)
            .Where(r => r.IsOpen)
            .Select(r => r.Name)
            .ShouldBe(
                [
                    "GetSetup",
                    "SetUp",
                    "GetSignInWays",
                    "StartExternalSignIn",
                    "SignIn",
                    "SignOut",
                    "LookAtLink",
                    "UseLink",
                    "RequestPasswordReset",
                    "GetCalendarFile",
                ],
                ignoreOrder: true
            );

    [Fact]
    public async Task Every_route_refuses_the_signed_out()
    {
        var own = await OwnRegion.Make(api);
        using var http = api.CreateBrowser();
        using var badKey = api.CreateClient();
        badKey.DefaultRequestHeaders.Authorization = new("Bearer", Auth.MachineKey.Create());
        foreach (var route in Route.All(api).Where(r => !r.IsOpen))
        {
            await http.SendAsync(own.Request(route), Cancel).AssertProblem(401, "signed-out");
            await badKey.SendAsync(own.Request(route), Cancel).AssertProblem(401, "signed-out");
        }
    }

    [Fact]
    public async Task Every_route_refuses_every_role_that_is_not_entitled()
    {
        var own = await OwnRegion.Make(api);
        var refused = 0;
        foreach (var route in Route.All(api))
        foreach (var role in Roles.Where(role => route.Needs?.Permission is { } p && !Domain.Access.Roles.Permits(role, p)))
        {
            await (await own.Caller(role)).SendAsync(own.Request(route), Cancel).AssertProblem(403, "forbidden");
            refused++;
        }
        refused.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Every_route_that_reads_answers_every_role_that_is_entitled()
    {
        var own = await OwnRegion.Make(api);
        List<string> failed = [];
        foreach (var route in Route.All(api).Where(r => !r.IsUnsafe && r.Needs?.Permission is not null))
        foreach (var role in Roles.Where(role => Domain.Access.Roles.Permits(role, route.Needs!.Permission!.Value)))
        {
            using var answer = await (await own.Caller(role)).SendAsync(own.Request(route), Cancel);
            // Figures of a whole place are not a school's, and what the operator imports is not a municipality's.
            if (answer.StatusCode is not HttpStatusCode.OK && (role, answer.StatusCode) is not (not Role.Operator, HttpStatusCode.NotFound))
                failed.Add($"{role}: {route} → {(int)answer.StatusCode}");
        }
        failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_route_with_an_id_knows_nothing_of_another_region()
    {
        var (own, other) = (await OwnRegion.Make(api), await OwnRegion.Make(api));
        var http = await own.Caller(Role.Operator);
        var routes = Route.All(api).Where(r => r.IsOfARegion).ToList();
        routes.ShouldNotBeEmpty();
        foreach (var route in routes)
            await http.SendAsync(other.Request(route), Cancel).AssertProblem(404, "not-found");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
