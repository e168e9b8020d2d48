using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Notifications;

/// <summary>How many notifications wait to be read. Asked every minute, so it is one count, and 304 while the number stays.</summary>
public static class CountNotifications
{
    public sealed record Query : IRequest<Versioned<NotificationCount>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Versioned<NotificationCount>>
    {
        public async Task<Versioned<NotificationCount>> Handle(Query request, CancellationToken cancellationToken)
        {
            var unread = await db.Told().CountAsync(n => n.ReadAt == null, cancellationToken);
            return new Versioned<NotificationCount>(new NotificationCount(unread), unread);
        }
    }
}

/// <summary>A number of notifications.</summary>
/// <param name="Unread">Not read yet.</param>
public sealed record NotificationCount(int Unread);
