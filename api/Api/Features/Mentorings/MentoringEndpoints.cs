using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Mentorings;

/// <summary>Routes of mentors, directors who help directors, and tutors of schools.</summary>
public static class MentoringEndpoints
{
    public static void MapMentorings(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/mentorings").WithTags("Mentoring");

        group
            .MapGet("", ([AsParameters] ListMentorings.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .Named(
                nameof(ListMentorings),
                "List pairings of the caller's places, from either side",
                "Who takes part in a pairing sees the names in it; observers see schools only."
            );
        group
            .MapGet("/file", ([AsParameters] ExportMentorings.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportMentorings), "Pairings by the same filter as a workbook; the journal keeps that names were taken out");
        group
            .MapPost("", ([AsParameters] MakeMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(MakeMentoring), "Bring a mentor together with those who are helped");
        group
            .MapGet("/{id}", ([AsParameters] GetMentoring.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PartnershipsRead)
            .ProducesProblems(404)
            .Named(nameof(GetMentoring), "Get a pairing with its meetings");
        group
            .MapPut("/{id}", ([AsParameters] ReviseMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseMentoring), "Correct a pairing");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveMentoring), "Remove a pairing that was written down by mistake");
        group
            .MapPut("/{id}/mentor", ([AsParameters] NameMentor.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(NameMentor), "Say who of the helping school the mentor is", "The helping school says it itself.");
        group
            .MapPut("/{id}/outcome", ([AsParameters] ConcludeMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ConcludeMentoring), "Say what came of a pairing");
        group
            .MapPost("/{id}/terminate", ([AsParameters] TerminateMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(TerminateMentoring), "End a pairing before its term");
        group
            .MapPost("/{id}/resume", ([AsParameters] ResumeMentoring.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ResumeMentoring), "Take the early end of a pairing back");
        group
            .MapPost("/{id}/visits", ([AsParameters] AddMentoringVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddMentoringVisit), "Write a meeting of a pairing down");
        group
            .MapPut(
                "/{id}/visits/{visitId}",
                ([AsParameters] ReviseMentoringVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseMentoringVisit), "Correct a meeting of a pairing");
        group
            .MapDelete(
                "/{id}/visits/{visitId}",
                ([AsParameters] RemoveMentoringVisit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PartnershipsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveMentoringVisit), "Strike out a meeting that was written down by mistake");
    }
}
