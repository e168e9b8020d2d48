using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Calendar;

/// <summary>Tells whether the caller has a secret address of the calendar; the address itself is kept nowhere.</summary>
public static class GetCalendarFeed
{
    public sealed record Query : IRequest<Ok<CalendarFeedState>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<CalendarFeedState>>
    {
        public async Task<Ok<CalendarFeedState>> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = http.Caller().Actor.Id;
            return TypedResults.Ok(
                await db
                    .CalendarFeeds.AsNoTracking()
                    .Where(f => f.PersonId == me)
                    .Select(f => new CalendarFeedState(f.CreatedAt, f.LastUsedAt))
                    .SingleOrDefaultAsync(cancellationToken)
                    ?? new CalendarFeedState(null, null)
            );
        }
    }
}

/// <summary>The secret address of a calendar, without the secret.</summary>
/// <param name="CreatedAt">When it was made; null when there is none.</param>
/// <param name="LastUsedAt">When a calendar program last read it, to the hour; null when none did.</param>
public sealed record CalendarFeedState(DateTime? CreatedAt, DateTime? LastUsedAt);
