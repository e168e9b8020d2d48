using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>A one-time link that was issued; its secret is never told again.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="State">Whether it still works.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record LinkSummary(LinkPurpose Purpose, LinkState State, DateTime CreatedAt, DateTime ExpiresAt);

/// <summary>A person as a row of the list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="DisplayName">Name that screens show.</param>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Email">E-mail address, where one is known.</param>
/// <param name="State">Where the person stands on the way in.</param>
/// <param name="LastSignInAt">Last sign-in.</param>
/// <param name="Link">The newest link that was not used.</param>
/// <param name="Grants">Roles that hold or will hold.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record PersonSummary(
    Guid Id,
    string DisplayName,
    string UserName,
    string? Email,
    PersonState State,
    DateTime? LastSignInAt,
    LinkSummary? Link,
    IReadOnlyList<GrantDetails> Grants,
    int Version
)
{
    internal static PersonSummary From(Person person, SignInLink? link, IEnumerable<GrantDetails> grants, DateTime now) =>
        new(
            person.Id,
            person.DisplayName,
            person.UserName!,
            person.Email,
            PersonStates.Of(person.BlockedAt is not null, person.PasswordHash is not null || person.LastSignInAt is not null, link, now),
            person.LastSignInAt,
            LinkOf(link, now),
            [.. grants],
            person.Version
        );

    internal static LinkSummary? LinkOf(SignInLink? link, DateTime now) =>
        link is null ? null : new LinkSummary(link.Purpose, link.StateAt(now), link.CreatedAt, link.ExpiresAt);

    /// <summary>The newest unused link of each of these people.</summary>
    internal static async Task<Dictionary<Guid, SignInLink>> Links(
        AppDbContext db,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .SignInLinks.AsNoTracking()
                .Where(l => ids.Contains(l.PersonId) && l.UsedAt == null && l.RevokedAt == null)
                .ToListAsync(cancellationToken)
        )
            .GroupBy(l => l.PersonId)
            .ToDictionary(g => g.Key, g => g.MaxBy(l => l.CreatedAt)!);
}

/// <summary>A person's card.</summary>
/// <param name="Id">Id.</param>
/// <param name="DisplayName">Name that screens show.</param>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Email">E-mail address, where one is known.</param>
/// <param name="State">Where the person stands on the way in.</param>
/// <param name="LastSignInAt">Last sign-in.</param>
/// <param name="BlockedAt">Since when the person may not sign in.</param>
/// <param name="Link">The newest link that was not used.</param>
/// <param name="Grants">Every role that the caller reaches, the former ones too, the newest first.</param>
/// <param name="HoldsBeyond">Whether the person holds roles that the caller does not reach: then only the roles can be changed, not the person.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record PersonDetails(
    Guid Id,
    string DisplayName,
    string UserName,
    string? Email,
    PersonState State,
    DateTime? LastSignInAt,
    DateTime? BlockedAt,
    LinkSummary? Link,
    IReadOnlyList<GrantDetails> Grants,
    bool HoldsBeyond,
    int Version
)
{
    internal static async Task<PersonDetails> Read(AppDbContext db, Person person, DateTime now, CancellationToken cancellationToken)
    {
        var today = await db.Today(cancellationToken);
        var links = await PersonSummary.Links(db, [person.Id], cancellationToken);
        var grants = await GrantDetails.Read(db, db.ReachedGrants().Where(g => g.HolderId == person.Id), today, cancellationToken);
        var row = PersonSummary.From(person, links.GetValueOrDefault(person.Id), grants[person.Id], now);
        return new PersonDetails(
            row.Id,
            row.DisplayName,
            row.UserName,
            row.Email,
            row.State,
            row.LastSignInAt,
            person.BlockedAt,
            row.Link,
            row.Grants,
            await db.HoldsBeyond(person.Id, today, cancellationToken),
            row.Version
        );
    }
}
