using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Support;

/// <summary>Routes of support by specialists: requests, their sessions and what they add up to.</summary>
public static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        app.MapSpecialistRequests();
        app.MapConsultations();
        app.MapSupportVisits();
        var group = app.MapGroup("/api/v1/support").WithTags("Support");

        group
            .MapGet("/overview", ([AsParameters] GetSupportOverview.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .Named(
                nameof(GetSupportOverview),
                "Get what support adds up to, by kind of specialist, municipality and organisation",
                "Children that came to several sessions of one request are counted once."
            );
        group
            .MapGet("/sessions", ([AsParameters] ListSupportSessions.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .Named(nameof(ListSupportSessions), "List sessions of specialists, page by page");
        group
            .MapGet("/sessions/file", ([AsParameters] ExportSupportSessions.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportSupportSessions), "Get the sessions of specialists as a workbook");
    }

    private static void MapSpecialistRequests(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/specialist-requests").WithTags("Support");

        group
            .MapGet("", ([AsParameters] ListSpecialistRequests.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .Named(nameof(ListSpecialistRequests), "List requests for specialists, page by page");
        group
            .MapPost("", ([AsParameters] RequestSpecialist.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RequestsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(RequestSpecialist), "Ask for a psychologist, social pedagogue, defectologist or speech therapist");
        group
            .MapGet("/file", ([AsParameters] ExportSpecialistRequests.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportSpecialistRequests), "Get the requests for specialists as a workbook");
        group
            .MapGet("/{id}", ([AsParameters] GetSpecialistRequest.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesProblems(404)
            .Named(nameof(GetSpecialistRequest), "Get a request for a specialist with its sessions");
        group
            .MapPut("/{id}", ([AsParameters] ReviseSpecialistRequest.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RequestsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseSpecialistRequest), "Correct what was asked for, until the first session has been held");
        group
            .MapPost("/{id}/assign", ([AsParameters] AssignSpecialist.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AssignSpecialist), "Give a request to an organisation and somebody of its staff");
        group
            .MapPost(
                "/{id}/decline",
                ([AsParameters] DeclineSpecialistRequest.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(DeclineSpecialistRequest), "Refuse a request with a reason");
        group
            .MapPost(
                "/{id}/withdraw",
                ([AsParameters] WithdrawSpecialistRequest.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.RequestsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(WithdrawSpecialistRequest), "Take a request back");
        group
            .MapPost("/{id}/finish", ([AsParameters] FinishSpecialistRequest.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(FinishSpecialistRequest), "Finish a request");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenSpecialistRequest.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenSpecialistRequest), "Take the settling of a request back");
        group
            .MapPost("/{id}/sessions", ([AsParameters] AddSupportSession.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddSupportSession), "Plan a session of a specialist, or write down one that was held");
        group
            .MapPut(
                "/{id}/sessions/{sessionId}",
                ([AsParameters] ReviseSupportSession.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseSupportSession), "Correct a session, or say that a planned one was held");
        group
            .MapDelete(
                "/{id}/sessions/{sessionId}",
                ([AsParameters] RemoveSupportSession.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveSupportSession), "Strike out a session that was planned or written down by mistake");
    }

    private static void MapSupportVisits(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/support-visits").WithTags("Support");

        group
            .MapGet("", ([AsParameters] ListSupportVisits.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .Named(nameof(ListSupportVisits), "List visits to schools, page by page");
        group
            .MapGet("/file", ([AsParameters] ExportSupportVisits.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportSupportVisits), "Get visits to schools as a workbook");
        group
            .MapPost("", ([AsParameters] AddSupportVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AddSupportVisit), "Write a visit to a school down");
        group
            .MapGet("/{id}", ([AsParameters] GetSupportVisit.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesProblems(404)
            .Named(nameof(GetSupportVisit), "Get a visit to a school");
        group
            .MapPut("/{id}", ([AsParameters] ReviseSupportVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseSupportVisit), "Correct a visit to a school");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveSupportVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemoveSupportVisit), "Strike out a visit to a school that was written down by mistake");
    }

    private static void MapConsultations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/consultations").WithTags("Support");

        group
            .MapGet("", ([AsParameters] ListConsultations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .Named(nameof(ListConsultations), "List consultations, page by page");
        group
            .MapGet("/file", ([AsParameters] ExportConsultations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportConsultations), "Get consultations as a workbook");
        group
            .MapPost("", ([AsParameters] AddConsultation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AddConsultation), "Write a consultation down");
        group
            .MapGet("/{id}", ([AsParameters] GetConsultation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SupportRead)
            .ProducesProblems(404)
            .Named(nameof(GetConsultation), "Get a consultation");
        group
            .MapPut("/{id}", ([AsParameters] ReviseConsultation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseConsultation), "Correct a consultation");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveConsultation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SupportWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemoveConsultation), "Strike out a consultation that was written down by mistake");
    }
}
