namespace Opora.Domain.Access;

/// <summary>A key of a machine client. The key itself is never stored, only its hash; a client may hold two while it changes them.</summary>
public sealed class ClientKey
{
    /// <summary>How exactly the last use is known.</summary>
    public static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);

    private ClientKey() { }

    /// <summary>Gives the client a key.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="hash">SHA-256 of the key; the key has 256 random bits, so no slow hash is needed.</param>
    /// <param name="expiresAt">UTC instant after which it is refused, null while the client itself is good.</param>
    /// <param name="now">UTC instant.</param>
    public ClientKey(Guid clientId, byte[] hash, DateTime? expiresAt, DateTime now) =>
        (ClientId, Hash, ExpiresAt, CreatedAt) = (clientId, hash, expiresAt, now);

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>SHA-256 of the key.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>UTC instant at which it was given.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC instant after which it is refused: the end of an overlap.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>UTC instant from which it is refused for good.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>UTC instant of its last use, known to <see cref="UsedEvery"/>; null when it was never used.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>Refuses the key from now on.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;

    /// <summary>Refuses the key after this instant, or sooner when that was said before.</summary>
    public void ExpireAt(DateTime at) => ExpiresAt = ExpiresAt < at ? ExpiresAt : at;
}
