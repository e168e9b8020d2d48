namespace Opora.Persistence.Rollups;

/// <summary>
/// One row a region that every refresh of its rollups advances. Its number is checked when the refresh is saved, so of two that run
/// at once (on two instances of the product) the one that read older results fails and starts again.
/// </summary>
public sealed class RollupTurn
{
    /// <summary>The region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>How often its rollups were refreshed.</summary>
    public long Number { get; set; }
}
