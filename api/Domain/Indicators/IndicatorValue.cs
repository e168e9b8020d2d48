using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>
/// The value of one indicator at one place in one period, or in one part of it. The natural key is place, indicator, period and
/// breakdown. A missing value is a missing row.
/// </summary>
public sealed class IndicatorValue : IValueState
{
    /// <summary>Longest comment.</summary>
    public const int CommentLength = 1_000;

    /// <summary>Longest <see cref="PlaceKey"/>: an id without hyphens.</summary>
    public const int PlaceKeyLength = 32;

    private IndicatorValue() { }

    /// <summary>A first value, or one that comes after others were taken away.</summary>
    /// <param name="place">Whose.</param>
    /// <param name="indicatorId">Of which indicator.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="breakdown">Of which part.</param>
    /// <param name="record">The value.</param>
    /// <param name="former">How many values stood there before: who saw one of them has not seen this one.</param>
    public IndicatorValue(IPlaced place, Guid indicatorId, Period period, string breakdown, ValueRecord record, int former = 0)
    {
        RegionCode = place.RegionCode;
        MunicipalityCode = place.MunicipalityCode;
        SchoolId = place.SchoolId;
        PlaceKey = KeyOf(place);
        IndicatorId = indicatorId;
        Period = period;
        Breakdown = breakdown;
        Version = former;
        Take(record);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Whose value it is, in one column for the natural key: see <see cref="KeyOf"/>.</summary>
    public string PlaceKey { get; private set; } = "";

    /// <summary>The indicator.</summary>
    public Guid IndicatorId { get; private set; }

    /// <summary>The period.</summary>
    public Period Period { get; private set; }

    /// <summary>The part, or <see cref="Indicators.Breakdown.Whole"/>.</summary>
    public string Breakdown { get; private set; } = "";

    /// <summary>Of a share with a known base.</summary>
    public long? Numerator { get; private set; }

    /// <summary>Of a share with a known base.</summary>
    public long? Denominator { get; private set; }

    /// <summary>Of everything else.</summary>
    public long? Thousandths { get; private set; }

    /// <summary>Where the present value came from.</summary>
    public ValueOrigin Origin { get; private set; }

    /// <summary>The import or batch that brought it.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Row of the file as people see it; null when there is no file.</summary>
    public int? SourceRow { get; private set; }

    /// <summary>The person or program that wrote it; null when a formula did.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>What somebody said of it.</summary>
    public string? Comment { get; private set; }

    /// <summary>Grows by one with each change: a cell is only overwritten by who saw its present state.</summary>
    public int Version { get; private set; }

    /// <summary>The value.</summary>
    public Measure Measure => new(Numerator, Denominator, Thousandths);

    /// <summary>
    /// Id of the school without hyphens, else code of the municipality, else code of the region: never null, because engines differ in
    /// how unique keys treat nulls.
    /// </summary>
    public static string KeyOf(IPlaced place) => place.SchoolId?.ToString("N") ?? place.MunicipalityCode ?? place.RegionCode;

    /// <summary>Takes another value.</summary>
    /// <returns>What it was until now, to be kept.</returns>
    public IndicatorValueRevision Change(ValueRecord record) => Replace(record, record.ImportId);

    /// <summary>Takes a former value again, as if what came after it had never been.</summary>
    /// <returns>What it was until now, to be kept.</returns>
    public IndicatorValueRevision Restore(IndicatorValueRevision former, DateTime at, Guid? byId) =>
        Replace(
            new ValueRecord(former.Measure, former.Origin, at, byId, former.Comment, former.ImportId, former.SourceRow),
            replacedByImportId: null
        );

    IndicatorValueRevision Replace(ValueRecord record, Guid? replacedByImportId)
    {
        var former = new IndicatorValueRevision(this, record.At, record.ById, replacedByImportId);
        Take(record);
        return former;
    }

    void Take(ValueRecord record)
    {
        (Numerator, Denominator, Thousandths) = (record.Measure.Numerator, record.Measure.Denominator, record.Measure.Thousandths);
        (Origin, ImportId, SourceRow) = (record.Origin, record.ImportId, record.SourceRow);
        (ChangedById, ChangedAt) = (record.ById, record.At);
        Comment = record.Comment;
        Version++;
    }
}

/// <summary>A value and where it comes from.</summary>
/// <param name="Measure">The value.</param>
/// <param name="Origin">How it came.</param>
/// <param name="At">When.</param>
/// <param name="ById">The person or program; null for a formula.</param>
/// <param name="Comment">What is said of it.</param>
/// <param name="ImportId">The import or batch.</param>
/// <param name="SourceRow">Row of the file as people see it.</param>
public sealed record ValueRecord(
    Measure Measure,
    ValueOrigin Origin,
    DateTime At,
    Guid? ById,
    string? Comment = null,
    Guid? ImportId = null,
    int? SourceRow = null
);
