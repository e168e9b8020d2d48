using Microsoft.AspNetCore.Identity;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>What was found of a password.</summary>
public enum PasswordVerdict
{
    /// <summary>Not this person's, or nobody's at all.</summary>
    Wrong,

    /// <summary>Right, and the account is closed for a while because of wrong ones before it.</summary>
    Locked,

    /// <summary>Right.</summary>
    Right,
}

/// <summary>
/// Judges passwords. Whether or not the person exists, it takes one hash; a locked account is told only to whoever knows its password,
/// to others it looks like any wrong sign-in.
/// </summary>
public sealed class Passwords(AppDbContext db, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan LockoutLength = TimeSpan.FromMinutes(15);

    // Verified against when nobody has the name, so that the answer takes as long as for somebody.
    private static readonly Person Nobody = new();
    private static string? _nobodysHash;

    /// <summary>Judges, and counts a wrong one. What it changes of the person waits to be saved.</summary>
    public async Task<PasswordVerdict> Judge(Person? person, string password, CancellationToken cancellationToken)
    {
        if (person?.PasswordHash is not { } hash)
        {
            _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return PasswordVerdict.Wrong;
        }
        var found = hasher.VerifyHashedPassword(person, hash, password);
        var right = found != PasswordVerificationResult.Failed;
        if (person.LockoutEnd > clock.GetUtcNow())
            return right ? PasswordVerdict.Locked : PasswordVerdict.Wrong;
        if (!right)
        {
            await CountFailure(person, cancellationToken);
            return PasswordVerdict.Wrong;
        }
        if (found == PasswordVerificationResult.SuccessRehashNeeded)
            person.PasswordHash = hasher.HashPassword(person, password);
        return PasswordVerdict.Right;
    }

    /// <summary>Counts a wrong password or code.</summary>
    public Task CountFailure(Person person, CancellationToken cancellationToken) =>
        db.CountFailure(person.Id, MostFailures, clock.GetUtcNow() + LockoutLength, cancellationToken);
}
