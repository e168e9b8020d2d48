using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Internships;

/// <summary>Routes of places that take interns, and of the interns.</summary>
public static class InternshipEndpoints
{
    public static void MapInternshipSites(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/internship-sites").WithTags("Internships");

        group
            .MapGet("", ([AsParameters] ListInternshipSites.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(nameof(ListInternshipSites), "List places of the region that take interns");
        group
            .MapPost("", ([AsParameters] OfferInternshipSite.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(OfferInternshipSite), "Say that a school or organisation takes interns");
        group
            .MapGet("/{id}", ([AsParameters] GetInternshipSite.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetInternshipSite), "Get a place that takes interns");
        group
            .MapPut("/{id}", ([AsParameters] ReviseInternshipSite.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(ReviseInternshipSite), "Correct what a place for internships offers");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseInternshipSite.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseInternshipSite), "Take no more interns at a place");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenInternshipSite.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenInternshipSite), "Take interns at a place again");
    }

    public static void MapInternships(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/internships").WithTags("Internships");

        group
            .MapGet("", ([AsParameters] ListInternships.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(
                nameof(ListInternships),
                "List internships of the caller's places, from either side",
                "Who sends and who takes an intern see the name; observers do not."
            );
        group
            .MapGet("/file", ([AsParameters] ExportInternships.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportInternships), "Internships by the same filter as a workbook; the journal keeps that names were taken out");
        group
            .MapPost("", ([AsParameters] SendInterns.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(SendInterns), "Send teachers to a place for internships, all or none");
        group
            .MapGet("/{id}", ([AsParameters] GetInternship.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetInternship), "Get an internship");
        group
            .MapPut("/{id}", ([AsParameters] ReviseInternship.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseInternship), "Correct the days and hours of an internship");
        group
            .MapPut("/{id}/result", ([AsParameters] ConcludeInternship.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ConcludeInternship), "Say how an internship ended, or call it off");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenInternship.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenInternship), "Take the result of an internship back");
    }
}
