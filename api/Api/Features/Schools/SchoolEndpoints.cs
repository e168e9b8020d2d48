using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Schools;

/// <summary>Routes of the school register.</summary>
public static class SchoolEndpoints
{
    public static void MapSchools(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/schools").WithTags("Schools");

        group
            .MapGet("", ([AsParameters] ListSchools.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RegistryRead)
            .Named(nameof(ListSchools), "List schools with filters, search and sorting");
        group
            .MapGet("/{id}", ([AsParameters] GetSchool.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchool), "Get a school with its places and lists");
        group
            .MapGet("/{id}/as-of/{date}", ([AsParameters] GetSchoolAsOf.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolAsOf), "Get a school as it was on a day; 404 before it was first registered");
        group
            .MapPost("", ([AsParameters] RegisterSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(RegisterSchool), "Register a school");
        group
            .MapPut("/{id}", ([AsParameters] ReviseSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(ReviseSchool), "Correct what is known of a school");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(CloseSchool), "Close a school for good");
        group
            .MapPost("/{id}/merge", ([AsParameters] MergeSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(MergeSchool), "Make a school part of another one");
        group
            .MapPost("/{id}/move", ([AsParameters] MoveSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(MoveSchool), "Move a school to another municipality of its region");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(ReopenSchool), "Take back a closing or merging that was recorded by mistake");
        group
            .MapGet("/{id}/star", ([AsParameters] GetSchoolStar.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolStar), "Whether one keeps an eye on a school");
        group
            .MapPut("/{id}/star", ([AsParameters] StarSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(StarSchool), "Keep an eye on a school; nobody else sees it");
        group
            .MapDelete("/{id}/star", ([AsParameters] UnstarSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(UnstarSchool), "Stop keeping an eye on a school");
        group
            .MapGet("/{id}/history", ([AsParameters] GetSchoolHistory.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolHistory), "List who changed what of a school, newest first");
    }
}
