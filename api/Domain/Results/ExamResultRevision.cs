using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>
/// Values that an <see cref="ExamResult"/> had before it was changed or rolled back: its history, and what a rollback of the
/// import restores.
/// </summary>
public sealed class ExamResultRevision : IPlaced
{
    public required Guid Id { get; init; }
    public required Guid ExamResultId { get; init; }
    public required string RegionCode { get; init; }
    public required string MunicipalityCode { get; init; }

    string? IPlaced.MunicipalityCode => MunicipalityCode;
    public required Guid SchoolId { get; init; }

    Guid? IPlaced.SchoolId => SchoolId;

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

    /// <summary>The import that replaced them.</summary>
    public required Guid ReplacedByImportId { get; init; }
    public required DateTime ReplacedAt { get; init; }

    public ResultValues Values => new(Participants, MeanThousandths, BelowThreshold, MarksForm, Mark2, Mark3, Mark4, Mark5);
}
