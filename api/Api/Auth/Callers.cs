using System.Net;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>Reads a caller with one statement a request, so that what was revoked is refused at once.</summary>
public static class Callers
{
    private static readonly Func<AppDbContext, Guid, CancellationToken, Task<PersonRow?>> Person = EF.CompileAsyncQuery(
        (AppDbContext db, Guid sessionId, CancellationToken _) =>
            db
                .PersonSessions.Where(s => s.Id == sessionId && s.EndedAt == null)
                .Join(db.Users.Where(p => p.BlockedAt == null), s => s.PersonId, p => p.Id, (s, p) => new { Session = s, Person = p })
                .Select(x => new PersonRow(
                    x.Person.Id,
                    x.Person.SecurityStamp,
                    x.Session.StartedAt,
                    x.Session.LastSeenAt,
                    !x.Person.TwoFactorEnabled
                        && db.Grants.Any(g =>
                            g.HolderId == x.Person.Id
                            && g.Role == Role.Operator
                            && g.RevokedAt == null
                            && db.RegionRules.Any(r => r.Code == g.RegionCode && r.RequiresSecondFactor)
                        ),
                    db.Grants.Where(g => g.HolderId == x.Person.Id && g.RevokedAt == null)
                        .Select(g => new HeldGrant(
                            g.Role,
                            g.RegionCode,
                            g.MunicipalityCode,
                            g.SchoolId,
                            g.FromOn,
                            g.ToOn,
                            g.DelegatedById,
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.TimeZone).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastPupils).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastSchools).FirstOrDefault()
                        ))
                        .ToList()
                ))
                .SingleOrDefault()
    );

    private static readonly Func<AppDbContext, byte[], CancellationToken, Task<OwnerRow?>> FeedOwner = EF.CompileAsyncQuery(
        (AppDbContext db, byte[] hash, CancellationToken _) =>
            db
                .CalendarFeeds.Where(f => f.Hash == hash)
                .Join(db.Users.Where(p => p.BlockedAt == null), f => f.PersonId, p => p.Id, (f, p) => new { Feed = f, Person = p })
                .Select(x => new OwnerRow(
                    x.Person.Id,
                    x.Feed.LastUsedAt,
                    !x.Person.TwoFactorEnabled
                        && db.Grants.Any(g =>
                            g.HolderId == x.Person.Id
                            && g.Role == Role.Operator
                            && g.RevokedAt == null
                            && db.RegionRules.Any(r => r.Code == g.RegionCode && r.RequiresSecondFactor)
                        ),
                    db.Grants.Where(g => g.HolderId == x.Person.Id && g.RevokedAt == null)
                        .Select(g => new HeldGrant(
                            g.Role,
                            g.RegionCode,
                            g.MunicipalityCode,
                            g.SchoolId,
                            g.FromOn,
                            g.ToOn,
                            g.DelegatedById,
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.TimeZone).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastPupils).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastSchools).FirstOrDefault()
                        ))
                        .ToList()
                ))
                .SingleOrDefault()
    );

    private static readonly Func<AppDbContext, byte[], DateTime, CancellationToken, Task<ClientRow?>> Client = EF.CompileAsyncQuery(
        (AppDbContext db, byte[] hash, DateTime now, CancellationToken _) =>
            db
                .ClientKeys.Where(k => k.Hash == hash && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now))
                .Join(
                    db.ClientRules.Where(c => c.RevokedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now)),
                    k => k.ClientId,
                    c => c.Id,
                    (k, c) => new { Key = k, Client = c }
                )
                .Select(x => new ClientRow(
                    x.Client.Id,
                    x.Key.Id,
                    x.Key.LastUsedAt,
                    x.Client.Permissions,
                    x.Client.Networks,
                    db.Grants.Where(g => g.HolderId == x.Client.Id && g.RevokedAt == null)
                        .Select(g => new HeldGrant(
                            g.Role,
                            g.RegionCode,
                            g.MunicipalityCode,
                            g.SchoolId,
                            g.FromOn,
                            g.ToOn,
                            g.DelegatedById,
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.TimeZone).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastPupils).FirstOrDefault(),
                            db.RegionRules.Where(r => r.Code == g.RegionCode).Select(r => r.LeastSchools).FirstOrDefault()
                        ))
                        .ToList()
                ))
                .SingleOrDefault()
    );

    /// <summary>
    /// The person of this session, while the session is open and used, and its security stamp is still the person's own. That it is
    /// used is written down now and then: the only second statement.
    /// </summary>
    public static async Task<Caller?> FindPerson(
        this AppDbContext db,
        Guid sessionId,
        string? stamp,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (
            await Person(db, sessionId, cancellationToken) is not { } row
            || !string.Equals(row.Stamp, stamp, StringComparison.Ordinal)
            || now - row.StartedAt >= PersonSession.Limit
            || now - row.LastSeenAt >= PersonSession.IdleLimit
        )
            return null;
        if (now - row.LastSeenAt >= PersonSession.SeenEvery)
            await db.SeeSession(sessionId, now, cancellationToken);
        return new Caller(new Actor(ActorKind.Person, row.Id), OfToday(row.Grants, now))
        {
            SessionId = sessionId,
            MustSetUpSecondFactor = row.MustSetUpSecondFactor,
        };
    }

    /// <summary>
    /// The machine client that holds a good key with this hash and calls from where it may. That the key is used is written down now and
    /// then: the only second statement.
    /// </summary>
    public static async Task<Caller?> FindClient(
        this AppDbContext db,
        byte[] keyHash,
        IPAddress? sender,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (await Client(db, keyHash, now, cancellationToken) is not { } row || !AllowedNetworks.Allow(row.Networks, sender))
            return null;
        if (row.LastUsedAt is not { } last || now - last >= ClientKey.UsedEvery)
            await db.UseKey(row.KeyId, now, cancellationToken);
        return new Caller(new Actor(ActorKind.Client, row.Id), OfToday(row.Grants, now))
        {
            Only = MachineClient.PermissionsIn(row.Permissions),
        };
    }

    /// <summary>
    /// The person whose calendar has the secret address with this hash, with the rights of this moment; null for somebody who could not
    /// sign in either. That the address is used is written down now and then: the only second statement.
    /// </summary>
    public static async Task<Caller?> FindFeedOwner(this AppDbContext db, byte[] hash, DateTime now, CancellationToken cancellationToken)
    {
        if (await FeedOwner(db, hash, cancellationToken) is not { MustSetUpSecondFactor: false } row)
            return null;
        if (row.LastUsedAt is not { } last || now - last >= CalendarFeed.UsedEvery)
            await db.UseFeed(row.Id, now, cancellationToken);
        return new Caller(new Actor(ActorKind.Person, row.Id), OfToday(row.Grants, now));
    }

    private static List<GrantedRole> OfToday(List<HeldGrant> grants, DateTime now) =>
        [
            .. grants
                .Where(g => g.HoldsAt(now))
                .Select(g => new GrantedRole(
                    g.Role,
                    g.RegionCode,
                    g.MunicipalityCode,
                    g.SchoolId,
                    g.FromOn,
                    g.ToOn,
                    g.DelegatedById,
                    new SmallGroups(g.LeastPupils, g.LeastSchools)
                )),
        ];

    /// <summary>A grant that was not revoked; whether it holds depends on the day that the clocks of its region show.</summary>
    private sealed record HeldGrant(
        Role Role,
        string RegionCode,
        string? MunicipalityCode,
        Guid? SchoolId,
        DateOnly? FromOn,
        DateOnly? ToOn,
        Guid? DelegatedById,
        string? TimeZone,
        int LeastPupils,
        int LeastSchools
    )
    {
        public bool HoldsAt(DateTime now)
        {
            if (FromOn is null && ToOn is null)
                return true;
            var zone = TimeZone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
            return !(FromOn > today) && !(ToOn < today);
        }
    }

    private sealed record PersonRow(
        Guid Id,
        string? Stamp,
        DateTime StartedAt,
        DateTime LastSeenAt,
        bool MustSetUpSecondFactor,
        List<HeldGrant> Grants
    );

    private sealed record OwnerRow(Guid Id, DateTime? LastUsedAt, bool MustSetUpSecondFactor, List<HeldGrant> Grants);

    private sealed record ClientRow(
        Guid Id,
        Guid KeyId,
        DateTime? LastUsedAt,
        string Permissions,
        string? Networks,
        List<HeldGrant> Grants
    );
}
