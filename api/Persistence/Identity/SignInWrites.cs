using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;

namespace Opora.Persistence.Identity;

/// <summary>Writes of sign-in that must not be lost between requests that come at once, or cost a request more than a statement.</summary>
public static class SignInWrites
{
    /// <summary>Notes that a session is in use.</summary>
    public static async Task SeeSession(this AppDbContext db, Guid sessionId, DateTime now, CancellationToken cancellationToken)
    {
        var stale = now - PersonSession.SeenEvery;
        await using var write = await db.BeginWrite(cancellationToken);
        await db
            .PersonSessions.Where(s => s.Id == sessionId && s.LastSeenAt <= stale)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken);
        await write.Commit(cancellationToken);
    }

    /// <summary>Notes that a key is in use.</summary>
    public static async Task UseKey(this AppDbContext db, Guid keyId, DateTime now, CancellationToken cancellationToken)
    {
        var stale = now - ClientKey.UsedEvery;
        await using var write = await db.BeginWrite(cancellationToken);
        await db
            .ClientKeys.Where(k => k.Id == keyId && (k.LastUsedAt == null || k.LastUsedAt <= stale))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now), cancellationToken);
        await write.Commit(cancellationToken);
    }

    /// <summary>Notes that a secret address of a calendar is in use.</summary>
    public static async Task UseFeed(this AppDbContext db, Guid personId, DateTime now, CancellationToken cancellationToken)
    {
        var stale = now - CalendarFeed.UsedEvery;
        await using var write = await db.BeginWrite(cancellationToken);
        await db
            .CalendarFeeds.Where(f => f.PersonId == personId && (f.LastUsedAt == null || f.LastUsedAt <= stale))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now), cancellationToken);
        await write.Commit(cancellationToken);
    }

    /// <summary>
    /// Counts a wrong password or code; too many lock the account for a while. One statement adds, so that guesses sent at once are all
    /// counted.
    /// </summary>
    public static async Task CountFailure(
        this AppDbContext db,
        Guid personId,
        int most,
        DateTimeOffset lockedUntil,
        CancellationToken cancellationToken
    )
    {
        await using var write = await db.BeginWrite(cancellationToken);
        await db
            .Users.Where(p => p.Id == personId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.AccessFailedCount, p => p.AccessFailedCount + 1), cancellationToken);
        await db
            .Users.Where(p => p.Id == personId && p.AccessFailedCount >= most)
            .ExecuteUpdateAsync(
                s => s.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LockoutEnd, lockedUntil),
                cancellationToken
            );
        await write.Commit(cancellationToken);
    }

    /// <summary>Deletes the sessions that nobody can be using any more.</summary>
    public static async Task ForgetSessions(this AppDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var earliest = now - PersonSession.Limit;
        await using var write = await db.BeginWrite(cancellationToken);
        await db.PersonSessions.Where(s => s.StartedAt <= earliest).ExecuteDeleteAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    /// <summary>Ends the open sessions of a person, of which one may be spared.</summary>
    public static async Task EndSessions(
        this AppDbContext db,
        Guid personId,
        Guid? except,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        await using var write = await db.BeginWrite(cancellationToken);
        await db
            .PersonSessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != except)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken);
        await write.Commit(cancellationToken);
    }
}
