using Opora.Domain.Places;

namespace Opora.Domain.Access;

/// <summary>A program that calls the API with a key of its own. What it may do, and where, stands in its <see cref="Grant"/>s.</summary>
public sealed class MachineClient : IPlaced
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private MachineClient() { }

    /// <summary>Registers a client for a region (municipality null) or a municipality.</summary>
    public MachineClient(string name, string regionCode, string? municipalityCode)
    {
        Name = name;
        RegionCode = regionCode;
        MunicipalityCode = municipalityCode;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;
}

/// <summary>A key of a machine client. The key itself is never stored, only its hash; a client may hold two while it changes them.</summary>
public sealed class ClientKey
{
    private ClientKey() { }

    /// <summary>Gives the client a key.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="hash">SHA-256 of the key; the key has 256 random bits, so no slow hash is needed.</param>
    /// <param name="expiresAt">UTC instant after which it is refused, null for never.</param>
    public ClientKey(Guid clientId, byte[] hash, DateTime? expiresAt) => (ClientId, Hash, ExpiresAt) = (clientId, hash, expiresAt);

    /// <summary>Key of the row.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>SHA-256 of the key.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>UTC instant after which it is refused.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>UTC instant from which it is refused for good.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Refuses the key from now on.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}
