using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>An id that is good somewhere is not good everywhere: under another root, at another place, in somebody else's hands.</summary>
public sealed class NestedIdTests(ApiFactory api)
{
    /// <summary>
    /// What of a region everybody in it may see, whichever municipality it lies in: lists, organisations, names of municipalities,
    /// templates. A shared view is seen too, and answers 409 to whoever would change another's.
    /// </summary>
    private static readonly string[] OfTheRegion =
    [
        "GetCohort",
        "ListCohortMembers",
        "GetOrganisation",
        "GetCourse",
        "GetCourseRun",
        // Of the caller's own people only.
        "GetAttendance",
        "GetEvent",
        "GetAssociation",
        "ListAssociationMembers",
        "GetDiagnostic",
        "GetRegionSettings",
        "GetRegionLogo",
        "GetImportTemplate",
        "GetMunicipality",
        "GetPartner",
        "GetInternshipSite",
        "GetSelection",
        // Of the caller's own schools only.
        "ListApplications",
        "ExportApplications",
        "GetIndicatorSet",
        "ExportIndicatorSet",
        "GetIndicator",
        // Figures of the caller's own places: of an indicator that is the region's.
        "GetIndicatorAggregate",
        "GetIndicatorTrend",
        "ListIndicatorSchools",
        "ExportIndicatorSchools",
        "ReviseView",
        "DeleteView",
    ];

    [Fact]
    public async Task An_id_below_another_root_is_unknown()
    {
        var own = await OwnRegion.Make(api);
        var other = await OwnRegion.Make(api, neighbour: own);
        var http = await own.Caller(Role.Operator);
        // A day is the same everywhere; an id is one thing's own.
        var routes = Route
            .All(api)
            .Where(r => r.PathParameters.Count == 2 && own.Value(r, r.PathParameters[1]) != other.Value(r, r.PathParameters[1]))
            .ToList();
        routes.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var route in routes)
        {
            var request = own.Request(route);
            var nested = route.PathParameters[1];
            request.RequestUri = new Uri(
                own.Address(route).Replace(own.Value(route, nested), other.Value(route, nested), StringComparison.Ordinal),
                UriKind.Relative
            );
            await http.SendAsync(request, Cancel).AssertProblem(404, "not-found");
        }
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.School)]
    [InlineData(Role.MunicipalSystem)]
    public async Task An_id_of_another_municipality_is_unknown_or_closed(Role role)
    {
        var own = await OwnRegion.Make(api);
        var other = await OwnRegion.Make(api, neighbour: own);
        var http = await own.Caller(role);
        List<string> reached = [];
        var tried = 0;
        foreach (var route in Route.All(api).Where(r => r.Needs?.Permission is { } p && Roles.Permits(role, p)))
        {
            if (route.PathParameters.Count == 0 || OfTheRegion.Contains(route.Name, StringComparer.Ordinal))
                continue;
            using var answer = await http.SendAsync(other.Request(route), Cancel);
            if ((int)answer.StatusCode is not (403 or 404))
                reached.Add($"{route} → {(int)answer.StatusCode}");
            tried++;
        }
        reached.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Every_role_knows_nothing_of_another_region()
    {
        var (own, other) = (await OwnRegion.Make(api), await OwnRegion.Make(api));
        List<string> reached = [];
        foreach (var role in Enum.GetValues<Role>())
        foreach (var route in Route.All(api).Where(r => r.Needs?.Permission is { } p && Roles.Permits(role, p)))
        {
            if (!route.IsOfARegion)
                continue;
            using var answer = await (await own.Caller(role)).SendAsync(other.Request(route), Cancel);
            if ((int)answer.StatusCode is not (403 or 404))
                reached.Add($"{role}: {route} → {(int)answer.StatusCode}");
        }
        reached.ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
