namespace Opora.Persistence.Identity;

/// <summary>
/// What the taking of a key must know of its client before it is known what the caller may see: a narrow look at the table of clients
/// without the filter by scope.
/// </summary>
public sealed class ClientRules
{
    private ClientRules() { }

    /// <summary>The client.</summary>
    public Guid Id { get; private set; }

    /// <summary>Names of the permissions it has.</summary>
    public string Permissions { get; private set; } = "";

    /// <summary>Networks its calls come from, null for any.</summary>
    public string? Networks { get; private set; }

    /// <summary>UTC instant from which its keys are refused.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>UTC instant from which its keys are refused for good.</summary>
    public DateTime? RevokedAt { get; private set; }
}
