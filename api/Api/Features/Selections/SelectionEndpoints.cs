using MediatR;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Files;

namespace Opora.Api.Features.Selections;

/// <summary>Routes of competitive selections of partner schools.</summary>
public static class SelectionEndpoints
{
    private static readonly string[] Files = [.. Enum.GetValues<FileKind>().Select(k => k.ContentType())];

    public static void MapSelections(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/selections").WithTags("Selections");

        group
            .MapGet("", ([AsParameters] ListSelections.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(nameof(ListSelections), "List competitive selections of partner schools");
        group
            .MapPost("", ([AsParameters] AnnounceSelection.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SelectionsWrite)
            .Named(nameof(AnnounceSelection), "Announce a competitive selection");
        group
            .MapGet("/{id}", ([AsParameters] GetSelection.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSelection), "Get a selection with its criteria");
        group
            .MapPut("/{id}", ([AsParameters] ReviseSelection.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseSelection), "Correct a call");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveSelection.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveSelection), "Remove a call to which nobody has answered");
        group
            .MapPut("/{id}/experts", ([AsParameters] AppointExperts.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AppointExperts), "Say who judges in a selection");
        group
            .MapPost(
                "/{id}/close-marks",
                ([AsParameters] CloseSelectionMarks.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseSelectionMarks), "Close the marks of a selection: from now on they may be read");
        group
            .MapPost(
                "/{id}/reopen-marks",
                ([AsParameters] ReopenSelectionMarks.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenSelectionMarks), "Take marks again, as long as nothing is decided");
        group
            .MapPost("/{id}/decide", ([AsParameters] DecideSelection.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SelectionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(DecideSelection), "Choose the winners: they become partner schools");
    }

    public static void MapSelectionApplications(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/selections/{id}/applications").WithTags("Selections");

        group
            .MapGet("", ([AsParameters] ListApplications.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(
                nameof(ListApplications),
                "List the applications that the caller's places made or the caller judges",
                "Until the marks are closed nobody reads those of another expert."
            );
        group
            .MapGet("/file", ([AsParameters] ExportApplications.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportApplications), "The applications of a selection with their scores as a workbook");
        group
            .MapPost("", ([AsParameters] ApplyToSelection.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(ApplyToSelection), "Begin an application of a school");
        group
            .MapGet("/{applicationId}", ([AsParameters] GetApplication.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetApplication), "Get an application with what may be known of its marks");
        group
            .MapPut("/{applicationId}", ([AsParameters] ReviseApplication.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseApplication), "Write an application anew while applications are taken");
        group
            .MapPost(
                "/{applicationId}/submit",
                ([AsParameters] SubmitApplication.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(SubmitApplication), "Hand an application in");
        group
            .MapPost(
                "/{applicationId}/withdraw",
                ([AsParameters] WithdrawApplication.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(WithdrawApplication), "Take an application back while applications are taken");
        group
            .MapPut("/{applicationId}/marks", ([AsParameters] GiveMarks.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(GiveMarks), "Give the caller's marks to an application, all at once", "For the experts of the selection only.");
        MapFiles(group);
    }

    private static void MapFiles(RouteGroupBuilder group)
    {
        group
            .MapPost(
                "/{applicationId}/files",
                ([AsParameters] AttachApplicationFile.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .Accepts<Stream>(Files[0], Files[1..])
            .WithMetadata(new TakesFile(Files), new FileLimit(StoredFile.MostBytes + 1))
            .ProducesProblems(404, 409, 412, 413, 415, 428)
            .Named(nameof(AttachApplicationFile), "Put a file to an application", "PDF, JPEG, PNG, DOCX, XLSX or PPTX of at most 20 MiB.");
        group
            .MapGet(
                "/{applicationId}/files/{fileId}",
                ([AsParameters] GetApplicationFile.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .ProducesFile(Files[0])
            .Named(nameof(GetApplicationFile), "Get a file of an application", "The type is that of what was sent.");
        group
            .MapDelete(
                "/{applicationId}/files/{fileId}",
                ([AsParameters] DetachApplicationFile.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(DetachApplicationFile), "Take a file away from an application");
    }
}
