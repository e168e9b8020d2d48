using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Calendar;

/// <summary>Makes a secret address of the calendar for the caller's own calendar program. The address made before works no more.</summary>
public static class IssueCalendarFeed
{
    public sealed record Command : IRequest<Ok<IssuedCalendarFeed>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<IssuedCalendarFeed>>
    {
        public async Task<Ok<IssuedCalendarFeed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = http.Caller().Actor.Id!.Value;
            var now = clock.GetUtcNow().UtcDateTime;
            var secret = OneTimeSecret.Create();
            var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == me, cancellationToken);
            if (feed is null)
                db.Add(new CalendarFeed(me, OneTimeSecret.HashOf(secret), now));
            else
                feed.Renew(OneTimeSecret.HashOf(secret), now);
            db.NoteFeed(http.Caller(), "feed-issued");
            await db.SaveChangesAsync(cancellationToken);
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new IssuedCalendarFeed($"/api/v1/calendar/{secret}.ics", now));
        }
    }

    /// <summary>Lets the history tell that somebody can read the calendar without signing in, or no more.</summary>
    internal static void NoteFeed(this AppDbContext db, Caller caller, string action)
    {
        if (caller.Grants is [var grant, ..])
            db.Note(
                new ChangeNote(
                    nameof(Person),
                    caller.Actor.Id!.Value.ToString(),
                    action,
                    new Place(grant.RegionCode, grant.MunicipalityCode, grant.SchoolId),
                    []
                )
            );
    }
}

/// <summary>A new secret address.</summary>
/// <param name="Path">The address as a path of this product; it is shown this once.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record IssuedCalendarFeed(string Path, DateTime CreatedAt);
