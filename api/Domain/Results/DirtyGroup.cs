namespace Opora.Domain.Results;

/// <summary>
/// A note that the rollup of a group must be computed again. Notes are only added by writers and removed, by id, by whoever
/// recomputed after reading them, so a result that arrives during the computation leaves its own note behind.
/// </summary>
public sealed class DirtyGroup
{
    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public required int Year { get; init; }
    public required Assessment Assessment { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public required string Sitting { get; init; }

    public ResultGroup Group => new(RegionCode, Year, Assessment, Subject, Grade, Sitting);
}
