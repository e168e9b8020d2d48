using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>Values that a <see cref="ReferenceResult"/> had before it was changed or rolled back.</summary>
public sealed class ReferenceResultRevision : IPlaced, IOffered
{
    public required Guid Id { get; init; }
    public required Guid ReferenceResultId { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>Null when the figure is the region's.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Never set and not stored.</summary>
    Guid? IPlaced.SchoolId => null;

    public int? Participants { get; init; }
    public int? MeanThousandths { get; init; }
    public int? BelowThreshold { get; init; }
    public MarksForm? MarksForm { get; init; }
    public int? Mark2 { get; init; }
    public int? Mark3 { get; init; }
    public int? Mark4 { get; init; }
    public int? Mark5 { get; init; }
    public int? EffectiveMeanThousandths { get; init; }

    /// <summary>The import that had brought these values.</summary>
    public required Guid ImportId { get; init; }
    public int? SourceRow { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>The import that replaced them, or that brought them and was rolled back.</summary>
    public required Guid ReplacedByImportId { get; init; }
    public required DateTime ReplacedAt { get; init; }

    public ResultValues Values => new(Participants, MeanThousandths, BelowThreshold, MarksForm, Mark2, Mark3, Mark4, Mark5);
}
