namespace Opora.Domain.Access;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>The first password of somebody invited.</summary>
    Invitation,

    /// <summary>A new password instead of a forgotten one.</summary>
    PasswordReset,
}

/// <summary>Whether a one-time link still works.</summary>
public enum LinkState
{
    /// <summary>It works.</summary>
    Open,

    /// <summary>It was used.</summary>
    Used,

    /// <summary>It was taken back, or a newer one took its place.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>
/// A link with which a person sets a password, once. The secret in it is shown or mailed when it is made and kept nowhere, only its hash.
/// </summary>
public sealed class SignInLink
{
    /// <summary>How long a link works that is handed over by people.</summary>
    public static readonly TimeSpan HandedFor = TimeSpan.FromDays(14);

    /// <summary>How long a mailed link to a new password works.</summary>
    public static readonly TimeSpan MailedResetFor = TimeSpan.FromDays(1);

    private SignInLink() { }

    /// <summary>Makes a link.</summary>
    /// <param name="personId">Whose password it sets.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="hash">SHA-256 of its secret, which has 256 random bits: no slow hash is needed.</param>
    /// <param name="createdAt">UTC instant.</param>
    /// <param name="works">How long it works.</param>
    /// <param name="createdById">Who issued it; null when the person asked for it by mail.</param>
    public SignInLink(Guid personId, LinkPurpose purpose, byte[] hash, DateTime createdAt, TimeSpan works, Guid? createdById)
    {
        PersonId = personId;
        Purpose = purpose;
        Hash = hash;
        CreatedAt = createdAt;
        CreatedById = createdById;
        ExpiresAt = createdAt + works;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose password it sets.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>What it is for.</summary>
    public LinkPurpose Purpose { get; private set; }

    /// <summary>UTC instant at which it was made.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who issued it; null when the person asked for it by mail.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>UTC instant from which it no longer works.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>UTC instant at which it was used.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>UTC instant at which it was taken back.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether it works at an instant.</summary>
    public LinkState StateAt(DateTime now) =>
        UsedAt is not null ? LinkState.Used
        : RevokedAt is not null ? LinkState.Revoked
        : ExpiresAt <= now ? LinkState.Expired
        : LinkState.Open;

    /// <summary>Uses it up.</summary>
    public void Use(DateTime at) => UsedAt ??= at;

    /// <summary>Takes it back; a used one stays used.</summary>
    public void Revoke(DateTime at) => RevokedAt = UsedAt is null ? RevokedAt ?? at : RevokedAt;
}
