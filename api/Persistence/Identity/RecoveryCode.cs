namespace Opora.Persistence.Identity;

/// <summary>A code that replaces the authenticator app once. Only its hash is kept, and the row goes with its use.</summary>
public sealed class RecoveryCode
{
    /// <summary>Length of the hash.</summary>
    public const int HashLength = 32;

    private RecoveryCode() { }

    /// <summary>Keeps a code.</summary>
    public RecoveryCode(Guid personId, byte[] hash) => (PersonId, Hash) = (personId, hash);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the person's id and the code.</summary>
    public byte[] Hash { get; private set; } = [];
}
