namespace Opora.Domain.Indicators;

/// <summary>
/// A note that the kept-ready figures of an indicator in a period must be computed again. Notes are only added by writers and removed,
/// by id, by whoever recomputed after reading them.
/// </summary>
public sealed class DirtyIndicator
{
    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public required Guid IndicatorId { get; init; }
    public required Period Period { get; init; }
}
