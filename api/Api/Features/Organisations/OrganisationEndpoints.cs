using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Organisations;

/// <summary>Routes of organisations and education centres.</summary>
public static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/organisations").WithTags("Organisations");

        group
            .MapGet("", ([AsParameters] ListOrganisations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.OrganisationsRead)
            .Named(nameof(ListOrganisations), "List organisations of the region");
        group
            .MapPost("", ([AsParameters] RegisterOrganisation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(RegisterOrganisation), "Register an organisation");
        group
            .MapGet("/{id}", ([AsParameters] GetOrganisation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.OrganisationsRead)
            .ProducesProblems(404)
            .Named(nameof(GetOrganisation), "Get an organisation with its staff");
        group
            .MapPut("/{id}", ([AsParameters] ReviseOrganisation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseOrganisation), "Correct what is known of an organisation");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseOrganisation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseOrganisation), "Say that an organisation works no more");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenOrganisation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenOrganisation), "Take the closing of an organisation back");
        group
            .MapPost("/{id}/staff", ([AsParameters] AddStaffMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddStaffMember), "Add somebody to the staff of an organisation");
        group
            .MapPut(
                "/{id}/staff/{memberId}",
                ([AsParameters] ReviseStaffMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseStaffMember), "Correct what is known of somebody on the staff");
        group
            .MapDelete(
                "/{id}/staff/{memberId}",
                ([AsParameters] RemoveStaffMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.OrganisationsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemoveStaffMember), "Take somebody off the staff; the name is erased");
    }
}
