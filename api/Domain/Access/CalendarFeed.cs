namespace Opora.Domain.Access;

/// <summary>
/// An address at which the calendar program of a person reads what the person may see. The secret in it is shown once and kept nowhere,
/// only its hash. A person has at most one: a new one takes the place of the old.
/// </summary>
public sealed class CalendarFeed
{
    /// <summary>How exactly the last use is known: reading must not become writing.</summary>
    public static readonly TimeSpan UsedEvery = TimeSpan.FromHours(1);

    private CalendarFeed() { }

    /// <summary>Gives the person an address.</summary>
    /// <param name="personId">Whose calendar it is.</param>
    /// <param name="hash">SHA-256 of its secret, which has 256 random bits: no slow hash is needed.</param>
    /// <param name="now">UTC instant.</param>
    public CalendarFeed(Guid personId, byte[] hash, DateTime now)
    {
        PersonId = personId;
        Renew(hash, now);
    }

    /// <summary>Whose calendar it is: its key.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>UTC instant at which the address was made.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC instant of its last use, to within <see cref="UsedEvery"/>; null when it was never used.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>Another secret; the old one is unknown from now on.</summary>
    public void Renew(byte[] hash, DateTime now) => (Hash, CreatedAt, LastUsedAt) = (hash, now, null);
}
