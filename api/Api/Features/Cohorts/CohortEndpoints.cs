using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Cohorts;

/// <summary>Routes of the lists of supported schools.</summary>
public static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/cohorts").WithTags("Cohorts");

        group
            .MapGet("", ([AsParameters] ListCohorts.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.CohortsRead)
            .Named(nameof(ListCohorts), "List the lists of supported schools");
        group
            .MapPost("", ([AsParameters] CreateCohort.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(CreateCohort), "Open the list of a programme year");
        group
            .MapGet("/{id}", ([AsParameters] GetCohort.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.CohortsRead)
            .ProducesProblems(404)
            .Named(nameof(GetCohort), "Get a list of supported schools");
        group
            .MapPut("/{id}", ([AsParameters] ReviseCohort.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(ReviseCohort), "Correct what is said of a list and its order");
        group
            .MapPut(
                "/{id}/partnership-norm",
                ([AsParameters] RequirePartnerships.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RequirePartnerships), "Say how many agreements with partners each school of a list must have");
        group
            .MapGet("/{id}/members", ([AsParameters] ListCohortMembers.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.CohortsRead)
            .ProducesProblems(404)
            .Named(nameof(ListCohortMembers), "List the schools of a list");
        group
            .MapPost("/{id}/members", ([AsParameters] AddCohortMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddCohortMember), "Put a school on a list");
        group
            .MapPut(
                "/{id}/members/{schoolId}",
                ([AsParameters] ReviseCohortMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseCohortMember), "Correct a school's category and entry");
        group
            .MapDelete(
                "/{id}/members/{schoolId}",
                ([AsParameters] RemoveCohortMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(
                nameof(RemoveCohortMember),
                "Strike out a school that was put on a list by mistake",
                "It no longer counts as a school of the list; the history tells of it. A school that leaves support exits instead."
            );
        group
            .MapPost(
                "/{id}/members/{schoolId}/exit",
                ([AsParameters] ExitCohortMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.CohortsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ExitCohortMember), "Take a school off a list, with the reason");
    }
}
