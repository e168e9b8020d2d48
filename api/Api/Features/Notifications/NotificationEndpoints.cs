using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Notifications;

/// <summary>Routes of what people are told. None names a person: it is always the caller's.</summary>
public static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/notifications").WithTags("Notifications");

        group
            .MapGet("", ([AsParameters] ListNotifications.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .Named(nameof(ListNotifications), "List what one was told, newest first");
        group
            .MapGet("/count", (IMediator m, CancellationToken ct) => m.Send(new CountNotifications.Query(), ct))
            .Needs(Permission.SchoolsRead)
            .Named(nameof(CountNotifications), "How many notifications are not read; 304 while the number stays");
        group
            .MapPost("/{id}/read", ([AsParameters] ReadNotification.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(ReadNotification), "Take note of a notification");
        group
            .MapPost("/read-all", (IMediator m, CancellationToken ct) => m.Send(new ReadAllNotifications.Command(), ct))
            .Needs(Permission.SchoolsRead)
            .Named(nameof(ReadAllNotifications), "Take note of everything");
    }
}
