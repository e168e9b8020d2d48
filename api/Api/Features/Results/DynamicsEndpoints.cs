using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Results;

/// <summary>Routes of what is computed from results.</summary>
public static class DynamicsEndpoints
{
    public static void MapDynamics(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/dynamics").WithTags("Dynamics");

        group
            .MapGet("", ([AsParameters] GetDynamics.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(nameof(GetDynamics), "Count schools whose mean rose, fell or stayed equal, by region, municipality, category or list");
        group
            .MapGet("/schools", ([AsParameters] ListDynamicsSchools.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(nameof(ListDynamicsSchools), "List the schools behind a number of the dynamics");
        group
            .MapGet("/matrix", ([AsParameters] GetDynamicsMatrix.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(nameof(GetDynamicsMatrix), "Get the dashboard of municipalities by subjects");
        group
            .MapGet("/options", (IMediator m, CancellationToken ct) => m.Send(new GetDynamicsOptions.Query(), ct))
            .Needs(Permission.ResultsRead)
            .Named(nameof(GetDynamicsOptions), "List the assessments, years, subjects and grades that have results");

        var ofSchool = app.MapGroup("/api/v1/schools").WithTags("Schools");
        ofSchool
            .MapGet("/{id}/results", ([AsParameters] GetSchoolResults.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolResults), "Get the results of a school beside those of its municipality and region");
        ofSchool
            .MapGet("/{id}/standing", ([AsParameters] GetSchoolStanding.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolStanding), "Where a school stands: its list, and its newest main result beside the region");
    }
}
