using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Makes one-time links and takes them back: a person has one open link for a purpose.</summary>
internal static class PersonLinks
{
    /// <summary>Adds a link; its secret is in what is answered and nowhere else.</summary>
    public static (SignInLink Link, string Secret) AddLink(
        this AppDbContext db,
        Guid personId,
        LinkPurpose purpose,
        DateTime now,
        TimeSpan works,
        Guid? createdById
    )
    {
        var secret = OneTimeSecret.Create();
        var link = new SignInLink(personId, purpose, OneTimeSecret.HashOf(secret), now, works, createdById);
        db.Add(link);
        return (link, secret);
    }

    /// <summary>Takes back the open links of a person, of one purpose or all.</summary>
    public static async Task<int> RevokeLinks(
        this AppDbContext db,
        Guid personId,
        LinkPurpose? purpose,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var open = await db
            .SignInLinks.Where(l =>
                l.PersonId == personId && l.UsedAt == null && l.RevokedAt == null && (purpose == null || l.Purpose == purpose)
            )
            .ToListAsync(cancellationToken);
        foreach (var link in open)
            link.Revoke(now);
        return open.Count;
    }
}
