using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>
/// A result that a region or municipality published about itself, shown beside the schools' own and never mixed with means
/// computed from them. The natural key is place, year, assessment, subject, grade and sitting.
/// </summary>
public sealed class ReferenceResult : IPlaced, IOffered
{
    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>Null when the figure is the region's.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Code of the place it speaks of: of the municipality where there is one, else of the region. Part of the natural key.</summary>
    public required string PlaceCode { get; init; }

    /// <summary>Never set and not stored: a published figure belongs to a region or municipality.</summary>
    Guid? IPlaced.SchoolId => null;

    public required int Year { get; init; }
    public required Assessment Assessment { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public string Sitting { get; init; } = "";

    public int? Participants { get; init; }
    public int? MeanThousandths { get; init; }
    public int? BelowThreshold { get; init; }
    public MarksForm? MarksForm { get; init; }
    public int? Mark2 { get; init; }
    public int? Mark3 { get; init; }
    public int? Mark4 { get; init; }
    public int? Mark5 { get; init; }
    public int? EffectiveMeanThousandths { get; init; }

    public required Guid ImportId { get; init; }
    public int? SourceRow { get; init; }
    public required DateTime RecordedAt { get; init; }

    public ResultValues Values => new(Participants, MeanThousandths, BelowThreshold, MarksForm, Mark2, Mark3, Mark4, Mark5);
}
