using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Calendar;

/// <summary>Routes of the calendar and of its secret addresses.</summary>
public static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/calendar").WithTags("Calendar");

        group
            .MapGet("", ([AsParameters] GetCalendar.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(
                nameof(GetCalendar),
                "Get events, runs of courses, meetings, sessions and visits of some days",
                "Nobody is named. At most 400 days at once."
            );
        group
            .MapGet("/feed", ([AsParameters] GetCalendarFeed.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(GetCalendarFeed), "Get whether the caller has a secret address of the calendar");
        group
            .MapPost("/feed", ([AsParameters] IssueCalendarFeed.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(IssueCalendarFeed), "Make a secret address of the calendar, in place of the one before; it is shown once");
        group
            .MapDelete("/feed", ([AsParameters] RevokeCalendarFeed.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EventsRead)
            .Named(nameof(RevokeCalendarFeed), "Take the secret address of the calendar back");
        group
            .MapGet("/{secret}.ics", ([AsParameters] GetCalendarFile.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .NeedsNothing()
            .ProducesFile(GetCalendarFile.ContentType)
            .ProducesProblems(404)
            .Named(
                nameof(GetCalendarFile),
                "Get the calendar of a person by its secret address, for calendar programs",
                "It tells what the person may see at this moment: 404 once the address, the person or the rights are gone."
            );
    }
}
