using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Calendar;

/// <summary>Takes the caller's secret address of the calendar back; it works no more at once.</summary>
public static class RevokeCalendarFeed
{
    public sealed record Command : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = http.Caller().Actor.Id;
            if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == me, cancellationToken) is { } feed)
            {
                db.Remove(feed);
                db.NoteFeed(http.Caller(), "feed-revoked");
                await db.SaveChangesAsync(cancellationToken);
            }
            return TypedResults.NoContent();
        }
    }
}
