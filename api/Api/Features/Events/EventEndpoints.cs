using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Events;

/// <summary>Routes of events and of whom they reached.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/events").WithTags("Events");

        group
            .MapGet("", ([AsParameters] ListEvents.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(ListEvents), "List events announced to the caller, page by page");
        group
            .MapGet("/file", ([AsParameters] ExportEvents.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportEvents), "Get events as a workbook");
        group
            .MapGet("/reach", ([AsParameters] GetEventReach.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(
                nameof(GetEventReach),
                "Get how many people of the caller's schools events reached, by municipality, school or kind",
                "People known by name are counted once, those known by number only are told apart."
            );
        group
            .MapPost("", ([AsParameters] AnnounceEvent.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AnnounceEvent), "Announce an event or a meeting of an association");
        group
            .MapGet("/{id}", ([AsParameters] GetEvent.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .ProducesProblems(404)
            .Named(nameof(GetEvent), "Get an event with who took part of the caller's schools");
        group
            .MapPut("/{id}", ([AsParameters] ReviseEvent.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseEvent), "Correct what is known of an event");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveEvent.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveEvent), "Strike out an event that nobody took part in");
        group
            .MapPost("/{id}/state", ([AsParameters] AdvanceEvent.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AdvanceEvent), "Say that an event took place, call it off, or take such a step back");
        group
            .MapPost("/{id}/turnout", ([AsParameters] RecordTurnout.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsWrite)
            .ProducesProblems(404, 409, 412)
            .Named(
                nameof(RecordTurnout),
                "Say who of the caller's schools took part, all schools or none",
                "What is said of a school takes the place of what was said before."
            );
    }
}
