using System.Linq.Expressions;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Where a person stands on the way in.</summary>
public enum PersonState
{
    /// <summary>Invited; the link still works.</summary>
    Invited,

    /// <summary>Has set a password or signed in.</summary>
    Active,

    /// <summary>May not sign in.</summary>
    Blocked,

    /// <summary>Invited, but no link works any more.</summary>
    Expired,
}

/// <summary>Tells and finds states.</summary>
internal static class PersonStates
{
    /// <summary>The people in a state.</summary>
    public static Expression<Func<Person, bool>> Are(AppDbContext db, PersonState state, DateTime now) =>
        state switch
        {
            PersonState.Blocked => p => p.BlockedAt != null,
            PersonState.Active => p => p.BlockedAt == null && (p.PasswordHash != null || p.LastSignInAt != null),
            PersonState.Invited => p =>
                p.BlockedAt == null
                && p.PasswordHash == null
                && p.LastSignInAt == null
                && db.SignInLinks.Any(l => l.PersonId == p.Id && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now),
            _ => ReachedAccess.InvitationLapsed(db, now),
        };

    /// <summary>The state of a person with this link.</summary>
    public static PersonState Of(bool isBlocked, bool hasJoined, SignInLink? link, DateTime now) =>
        isBlocked ? PersonState.Blocked
        : hasJoined ? PersonState.Active
        : link?.StateAt(now) == LinkState.Open ? PersonState.Invited
        : PersonState.Expired;
}
