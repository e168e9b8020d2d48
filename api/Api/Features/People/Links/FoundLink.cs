using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>An open link that somebody holds, with its person; whoever holds it acts as that person, within the person's first role.</summary>
internal sealed record FoundLink(SignInLink Link, Person Person, Grant Grant)
{
    /// <summary>Finds it by its secret.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<FoundLink> Find(AppDbContext db, string secret, DateTime now, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.HashOf(secret);
        var found =
            await (
                from link in db.SignInLinks
                where link.Hash == hash
                join person in db.Users on link.PersonId equals person.Id
                select new
                {
                    Link = link,
                    Person = person,
                    // All of the person's few: the first alone would make SQLite number everybody's.
                    Grants = db.Grants.Where(g => g.HolderId == link.PersonId).OrderBy(g => g.RevokedAt != null).ThenBy(g => g.Id).ToList(),
                }
            ).SingleOrDefaultAsync(cancellationToken) ?? throw Problems.LinkUnknown();
        if (found.Link.StateAt(now) == LinkState.Used)
            throw Problems.LinkUsed();
        if (
            found.Link.StateAt(now) != LinkState.Open
            || found.Person.BlockedAt is not null
            || found.Grants is not [{ RevokedAt: null } grant, ..]
        )
            throw Problems.LinkExpired();
        db.Current.Become(
            new Actor(ActorKind.Person, found.Person.Id),
            new Scope(
                grant is { MunicipalityCode: null, SchoolId: null } ? [grant.RegionCode] : [],
                grant.MunicipalityCode is { } municipality ? [municipality] : [],
                grant.SchoolId is { } school ? [school] : [],
                [grant.RegionCode]
            )
        );
        return new FoundLink(found.Link, found.Person, grant);
    }
}
