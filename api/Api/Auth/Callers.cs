using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Auth;

/// <summary>Reads a caller with one statement a request, so that what was revoked is refused at once.</summary>
public static class Callers
{
    private static readonly Func<AppDbContext, Guid, CancellationToken, Task<PersonRow?>> Person = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id, CancellationToken _) =>
            db
                .Users.Where(p => p.Id == id)
                .Select(p => new PersonRow(
                    p.SecurityStamp,
                    db.Grants.Where(g => g.HolderId == p.Id)
                        .Select(g => new GrantedRole(g.Role, g.RegionCode, g.MunicipalityCode, g.SchoolId))
                        .ToList()
                ))
                .SingleOrDefault()
    );

    private static readonly Func<AppDbContext, byte[], DateTime, CancellationToken, Task<ClientRow?>> Client = EF.CompileAsyncQuery(
        (AppDbContext db, byte[] hash, DateTime now, CancellationToken _) =>
            db
                .ClientKeys.Where(k => k.Hash == hash && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now))
                .Select(k => new ClientRow(
                    k.ClientId,
                    db.Grants.Where(g => g.HolderId == k.ClientId)
                        .Select(g => new GrantedRole(g.Role, g.RegionCode, g.MunicipalityCode, g.SchoolId))
                        .ToList()
                ))
                .SingleOrDefault()
    );

    /// <summary>The person with this id, when the security stamp of the session is still the person's own.</summary>
    public static async Task<Caller?> FindPerson(this AppDbContext db, Guid id, string? stamp, CancellationToken cancellationToken) =>
        await Person(db, id, cancellationToken) is { } row && string.Equals(row.Stamp, stamp, StringComparison.Ordinal)
            ? new Caller(new Actor(ActorKind.Person, id), row.Grants)
            : null;

    /// <summary>The machine client that holds a good key with this hash.</summary>
    public static async Task<Caller?> FindClient(this AppDbContext db, byte[] keyHash, DateTime now, CancellationToken cancellationToken) =>
        await Client(db, keyHash, now, cancellationToken) is { } row ? new Caller(new Actor(ActorKind.Client, row.Id), row.Grants) : null;

    private sealed record PersonRow(string? Stamp, List<GrantedRole> Grants);

    private sealed record ClientRow(Guid Id, List<GrantedRole> Grants);
}
