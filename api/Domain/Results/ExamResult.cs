using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>
/// The result of one school in one assessment. The natural key is school, year, assessment, subject, grade and sitting; a later
/// value for the same key replaces this one and the former goes to <see cref="ExamResultRevision"/>.
/// </summary>
public sealed class ExamResult : IPlaced
{
    public const int MaxSubjectLength = 32;
    public const int MaxSittingLength = 40;

    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>Where the school is now: access follows a school that moves.</summary>
    public required string MunicipalityCode { get; init; }

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>Always set; nullable only because every placed row has this column.</summary>
    public required Guid SchoolId { get; init; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Calendar year in which the assessment was held.</summary>
    public required int Year { get; init; }
    public required Assessment Assessment { get; init; }

    /// <summary>Code of a <see cref="Results.Subject"/>.</summary>
    public required string Subject { get; init; }
    public required int Grade { get; init; }

    /// <summary>Tells two works of one year apart; empty when there is only one.</summary>
    public string Sitting { get; init; } = "";

    public int? Participants { get; init; }

    /// <summary>Mean as sent, in thousandths.</summary>
    public int? MeanThousandths { get; init; }
    public int? BelowThreshold { get; init; }
    public MarksForm? MarksForm { get; init; }
    public int? Mark2 { get; init; }
    public int? Mark3 { get; init; }
    public int? Mark4 { get; init; }
    public int? Mark5 { get; init; }

    /// <summary>The mean that is compared, in thousandths: the one sent, else the one derived from the marks, else null.</summary>
    public int? EffectiveMeanThousandths { get; init; }

    /// <summary>The import or batch that brought the present values.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Row of the file, counted from 1 as people see it; null for values that came without a file.</summary>
    public int? SourceRow { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Place in the change feed.</summary>
    public long ChangeNo { get; init; }

    public ResultValues Values => new(Participants, MeanThousandths, BelowThreshold, MarksForm, Mark2, Mark3, Mark4, Mark5);
}
