using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>
/// A period of a set that the operator has opened: a column of the grid. Once closed, nothing in it changes until it is opened again.
/// </summary>
public sealed class IndicatorPeriod : IOffered, IVersioned, IHistoried
{
    private IndicatorPeriod() { }

    /// <summary>Opens a period of a set.</summary>
    public IndicatorPeriod(IndicatorSet set, Period period, DateOnly? dueOn)
    {
        RegionCode = set.RegionCode;
        SetId = set.Id;
        Period = period;
        DueOn = dueOn;
        Version = 1;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The set.</summary>
    public Guid SetId { get; private set; }

    /// <summary>The period.</summary>
    public Period Period { get; private set; }

    /// <summary>The last day for submitting; null when none was set.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => SetId;

    /// <summary>Sets the last day for submitting.</summary>
    public void Revise(DateOnly? dueOn) => DueOn = dueOn;

    /// <summary>Closes it.</summary>
    /// <exception cref="BrokenRule"><c>period-closed</c></exception>
    public void Close(DateTime at) => ClosedAt = ClosedAt is null ? at : throw new BrokenRule("period-closed", "Период уже закрыт.");

    /// <summary>Opens it again.</summary>
    /// <exception cref="BrokenRule"><c>period-open</c></exception>
    public void Reopen() => ClosedAt = ClosedAt is null ? throw new BrokenRule("period-open", "Период и так открыт.") : null;
}
