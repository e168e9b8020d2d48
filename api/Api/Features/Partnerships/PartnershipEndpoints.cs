using MediatR;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Files;

namespace Opora.Api.Features.Partnerships;

/// <summary>Routes of agreements with partners.</summary>
public static class PartnershipEndpoints
{
    public static void MapPartnerships(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/partnerships").WithTags("Partnerships");

        group
            .MapGet("", ([AsParameters] ListPartnerships.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(nameof(ListPartnerships), "List agreements of the caller's places, from either side");
        group
            .MapGet("/file", ([AsParameters] ExportPartnerships.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportPartnerships), "Agreements by the same filter as a workbook");
        group
            .MapGet("/gaps", ([AsParameters] ListPartnershipGaps.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(ListPartnershipGaps), "Schools of a list and how many agreements each has and needs");
        group
            .MapGet("/network", ([AsParameters] GetPartnershipNetwork.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(nameof(GetPartnershipNetwork), "Who helps whom by agreements in force");
        group
            .MapPost("", ([AsParameters] MakePartnership.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(MakePartnership), "Make an agreement");
        group
            .MapGet("/{id}", ([AsParameters] GetPartnership.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetPartnership), "Get an agreement with its joint actions");
        group
            .MapPut("/{id}", ([AsParameters] RevisePartnership.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevisePartnership), "Correct an agreement");
        group
            .MapDelete("/{id}", ([AsParameters] RemovePartnership.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemovePartnership), "Remove a draft of an agreement");
        group
            .MapPost("/{id}/terminate", ([AsParameters] TerminatePartnership.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(TerminatePartnership), "End an agreement before its term");
        group
            .MapPost("/{id}/resume", ([AsParameters] ResumePartnership.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ResumePartnership), "Take the early end of an agreement back");
        group
            .MapPut(
                "/{id}/actions",
                ([AsParameters] RevisePartnershipActions.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevisePartnershipActions), "Plan joint actions and say what happened");
        MapScans(group);
    }

    private static readonly string[] Scans = [.. Enum.GetValues<FileKind>().Select(k => k.ContentType())];

    private static void MapScans(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id}/scan", ([AsParameters] GetPartnershipScan.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404, 503)
            .ProducesFile(Scans[0])
            .Named(nameof(GetPartnershipScan), "Get the scan of an agreement", "The type is that of what was sent.");
        group
            .MapPut("/{id}/scan", ([AsParameters] ReplacePartnershipScan.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .Accepts<Stream>(Scans[0], Scans[1..])
            .WithMetadata(new TakesFile(Scans), new FileLimit(StoredFile.MostBytes + 1))
            .ProducesProblems(404, 409, 412, 413, 415, 428, 503)
            .Named(
                nameof(ReplacePartnershipScan),
                "Put the scan of the signed paper to an agreement",
                "PDF, JPEG, PNG, DOCX, XLSX or PPTX of at most 20 MiB."
            );
        group
            .MapDelete("/{id}/scan", ([AsParameters] RemovePartnershipScan.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemovePartnershipScan), "Take the scan away from an agreement");
    }

    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/partners").WithTags("Partnerships");

        group
            .MapGet("", ([AsParameters] ListPartners.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(ListPartners), "List schools of the region that help others, with their free capacity");
        group
            .MapPost("", ([AsParameters] AddPartner.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AddPartner), "Say that a school helps others");
        group
            .MapGet("/{id}", ([AsParameters] GetPartner.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetPartner), "Get a school that helps others");
        group
            .MapPut("/{id}", ([AsParameters] RevisePartner.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RevisePartner), "Correct what a school can give");
        group
            .MapDelete("/{id}", ([AsParameters] RemovePartner.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemovePartner), "Say that a school helps no others any more");
    }
}
