using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>What a place means to reach, and from where it starts.</summary>
/// <param name="TargetThousandths">Target, in thousandths of the shown unit; of a share, of a per cent.</param>
/// <param name="BaselineThousandths">Where it starts; null when nobody said.</param>
/// <param name="BaselinePeriod">The period of the start.</param>
/// <param name="Note">Why so.</param>
public sealed record TargetFacts(long TargetThousandths, long? BaselineThousandths, Period? BaselinePeriod, string? Note);

/// <summary>The target of one indicator at one place for one period.</summary>
public sealed class IndicatorTarget : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 500;

    private IndicatorTarget() { }

    /// <summary>Sets a target.</summary>
    public IndicatorTarget(IPlaced place, Guid indicatorId, Period period, TargetFacts facts)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (place.RegionCode, place.MunicipalityCode, place.SchoolId);
        PlaceKey = IndicatorValue.KeyOf(place);
        IndicatorId = indicatorId;
        Period = period;
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Whose target it is: <see cref="IndicatorValue.KeyOf"/>.</summary>
    public string PlaceKey { get; private set; } = "";

    /// <summary>The indicator.</summary>
    public Guid IndicatorId { get; private set; }

    /// <summary>The period.</summary>
    public Period Period { get; private set; }

    public long TargetThousandths { get; private set; }
    public long? BaselineThousandths { get; private set; }
    public Period? BaselinePeriod { get; private set; }
    public string? Note { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => IndicatorId;

    /// <summary>Corrects it.</summary>
    public void Revise(TargetFacts facts) => (TargetThousandths, BaselineThousandths, BaselinePeriod, Note) = facts;
}
