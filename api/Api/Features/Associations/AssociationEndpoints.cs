using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Associations;

/// <summary>Routes of associations of teachers. Their meetings are events.</summary>
public static class AssociationEndpoints
{
    public static void MapAssociations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/associations").WithTags("Associations");

        group
            .MapGet("", ([AsParameters] ListAssociations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(ListAssociations), "List associations of teachers, page by page");
        group
            .MapGet("/file", ([AsParameters] ExportAssociations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportAssociations), "Get associations as a workbook");
        group
            .MapPost("", ([AsParameters] FoundAssociation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(FoundAssociation), "Found an association of teachers");
        group
            .MapGet("/{id}", ([AsParameters] GetAssociation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesProblems(404)
            .Named(nameof(GetAssociation), "Get an association of teachers");
        group
            .MapPut("/{id}", ([AsParameters] ReviseAssociation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseAssociation), "Correct what is known of an association");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseAssociation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseAssociation), "Say that an association works no more");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenAssociation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenAssociation), "Let an association work again");
        group
            .MapGet("/{id}/members", ([AsParameters] ListAssociationMembers.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesProblems(404)
            .Named(nameof(ListAssociationMembers), "List who of the caller's schools is in an association; names for those who see people");
        group
            .MapPost("/{id}/members", ([AsParameters] AddAssociationMembers.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AddAssociationMembers), "Take teachers of the caller's schools into an association");
        group
            .MapPost(
                "/{id}/members/end",
                ([AsParameters] EndAssociationMemberships.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412)
            .Named(nameof(EndAssociationMemberships), "Let teachers out of an association");
        group
            .MapDelete(
                "/{id}/members/{memberId}",
                ([AsParameters] RemoveAssociationMember.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemoveAssociationMember), "Strike out a membership that was written down by mistake");

        var coverage = app.MapGroup("/api/v1/association-coverage").WithTags("Associations");
        coverage
            .MapGet("", ([AsParameters] GetAssociationCoverage.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(GetAssociationCoverage), "Get how many teachers associations reached, by municipality or school");
        coverage
            .MapGet("/file", ([AsParameters] ExportAssociationCoverage.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportAssociationCoverage), "Get coverage by associations as a workbook");
    }
}
