using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth.External;

/// <summary>Somebody as the provider names them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="SubjectId">The provider's own name of the person; it never changes.</param>
/// <param name="VerifiedEmail">The e-mail address, when the provider vouches for it.</param>
public sealed record ExternalPerson(string Issuer, string SubjectId, string? VerifiedEmail)
{
    internal const string Subject = "sub";
    internal const string Email = "email";
    internal const string EmailVerified = "email_verified";
    internal static readonly string[] Claims = ["iss", Subject, Email, EmailVerified];

    private const int LongestKey = 200;

    /// <summary>As the claims tell it.</summary>
    public static ExternalPerson Of(ClaimsPrincipal principal) =>
        new(
            principal.FindFirstValue("iss") ?? "",
            principal.FindFirstValue(Subject) ?? "",
            bool.TryParse(principal.FindFirstValue(EmailVerified), out var verified) && verified ? principal.FindFirstValue(Email) : null
        );

    /// <summary>
    /// The invited person: by the link that was kept, else, once, by the address; then the link waits to be saved. Nobody is created,
    /// and an address that two people share, or whose person is linked to another account already, finds nobody.
    /// </summary>
    public async Task<Person?> FindInvited(AppDbContext db, ILookupNormalizer normalizer, CancellationToken cancellationToken)
    {
        if (Issuer.Length is 0 or > LongestKey || SubjectId.Length is 0 or > LongestKey)
            return null;
        var linked = await db
            .UserLogins.Where(l => l.LoginProvider == Issuer && l.ProviderKey == SubjectId)
            .Join(db.Users.Where(p => p.BlockedAt == null), l => l.UserId, p => p.Id, (_, p) => p)
            .SingleOrDefaultAsync(cancellationToken);
        if (linked is not null || VerifiedEmail is null)
            return linked;
        var address = normalizer.NormalizeEmail(VerifiedEmail);
        var named = await db.Users.Where(p => p.NormalizedEmail == address && p.BlockedAt == null).Take(2).ToListAsync(cancellationToken);
        if (
            named is not [var person]
            || await db.UserLogins.AnyAsync(l => l.UserId == person.Id && l.LoginProvider == Issuer, cancellationToken)
        )
            return null;
        db.UserLogins.Add(
            new IdentityUserLogin<Guid>
            {
                LoginProvider = Issuer,
                ProviderKey = SubjectId,
                UserId = person.Id,
            }
        );
        return person;
    }
}
