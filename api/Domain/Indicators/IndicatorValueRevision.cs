using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>What a value was before it was changed or taken away.</summary>
public sealed class IndicatorValueRevision : IValueState
{
    private IndicatorValueRevision() { }

    /// <summary>Keeps the present state of a value that is about to be replaced or removed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="replacedAt">When it is replaced.</param>
    /// <param name="replacedById">By whom; null for a formula.</param>
    /// <param name="replacedByImportId">By which import or batch, when one brought another value.</param>
    public IndicatorValueRevision(IndicatorValue value, DateTime replacedAt, Guid? replacedById, Guid? replacedByImportId = null)
    {
        (RegionCode, MunicipalityCode, SchoolId, PlaceKey) = (value.RegionCode, value.MunicipalityCode, value.SchoolId, value.PlaceKey);
        (IndicatorId, Period, Breakdown) = (value.IndicatorId, value.Period, value.Breakdown);
        (Numerator, Denominator, Thousandths, Comment) = (value.Numerator, value.Denominator, value.Thousandths, value.Comment);
        (Origin, ImportId, SourceRow) = (value.Origin, value.ImportId, value.SourceRow);
        (ChangedById, ChangedAt) = (value.ChangedById, value.ChangedAt);
        (ReplacedAt, ReplacedById, ReplacedByImportId) = (replacedAt, replacedById, replacedByImportId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Whose value it was.</summary>
    public string PlaceKey { get; private set; } = "";

    /// <summary>The indicator.</summary>
    public Guid IndicatorId { get; private set; }

    /// <summary>The period.</summary>
    public Period Period { get; private set; }

    /// <summary>The part.</summary>
    public string Breakdown { get; private set; } = "";

    public long? Numerator { get; private set; }
    public long? Denominator { get; private set; }
    public long? Thousandths { get; private set; }
    public string? Comment { get; private set; }
    public ValueOrigin Origin { get; private set; }
    public Guid? ImportId { get; private set; }

    /// <summary>Row of the file that it came from.</summary>
    public int? SourceRow { get; private set; }

    /// <summary>Who had written it.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>When it had been written.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>When it was replaced or taken away.</summary>
    public DateTime ReplacedAt { get; private set; }

    /// <summary>By whom; null for a formula.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>The import or batch that brought another value; whoever takes that one back finds this one by it.</summary>
    public Guid? ReplacedByImportId { get; private set; }

    /// <summary>The value.</summary>
    public Measure Measure => new(Numerator, Denominator, Thousandths);
}
