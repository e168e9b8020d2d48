using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>How far the submission of a period has come.</summary>
public enum ReportState
{
    /// <summary>Being filled in.</summary>
    Draft,

    /// <summary>Submitted: waits for a decision, cannot be changed meanwhile.</summary>
    Submitted,

    /// <summary>Sent back with a reason: can be changed again.</summary>
    Returned,

    /// <summary>Accepted: cannot be changed.</summary>
    Accepted,
}

/// <summary>The submission of one period of a set by one place: «сдать период».</summary>
public sealed class IndicatorReport : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest reason of a return.</summary>
    public const int ReasonLength = 1_000;

    private IndicatorReport() { }

    /// <summary>Begins the submission.</summary>
    public IndicatorReport(IPlaced place, Guid setId, Period period)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (place.RegionCode, place.MunicipalityCode, place.SchoolId);
        PlaceKey = IndicatorValue.KeyOf(place);
        SetId = setId;
        Period = period;
        Version = 1;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Whose submission it is: <see cref="IndicatorValue.KeyOf"/>.</summary>
    public string PlaceKey { get; private set; } = "";

    /// <summary>The set.</summary>
    public Guid SetId { get; private set; }

    /// <summary>The period.</summary>
    public Period Period { get; private set; }

    /// <summary>How far it has come.</summary>
    public ReportState State { get; private set; }

    public DateTime? SubmittedAt { get; private set; }
    public Guid? SubmittedById { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>What was said when it was handed in: why values are missing.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Whether its values may be changed now.</summary>
    public bool IsOpen => State is ReportState.Draft or ReportState.Returned;

    /// <summary>Hands it in.</summary>
    /// <exception cref="BrokenRule"><c>report-not-open</c></exception>
    public void Submit(DateTime at, Guid byId, string? note = null)
    {
        if (!IsOpen)
            throw new BrokenRule(
                "report-not-open",
                State == ReportState.Accepted ? "Период уже принят." : "Период уже сдан и ждёт решения."
            );
        (State, SubmittedAt, SubmittedById, Note) = (ReportState.Submitted, at, byId, note);
        (DecidedAt, DecidedById, ReturnReason) = (null, null, null);
    }

    /// <summary>Accepts it.</summary>
    /// <exception cref="BrokenRule"><c>report-not-submitted</c></exception>
    public void Accept(DateTime at, Guid byId)
    {
        MustBe(ReportState.Submitted);
        (State, DecidedAt, DecidedById) = (ReportState.Accepted, at, byId);
    }

    /// <summary>Sends it back, also after it was accepted.</summary>
    /// <exception cref="BrokenRule"><c>report-not-submitted</c></exception>
    public void Return(string reason, DateTime at, Guid byId)
    {
        if (State != ReportState.Accepted)
            MustBe(ReportState.Submitted);
        (State, DecidedAt, DecidedById, ReturnReason) = (ReportState.Returned, at, byId, reason);
    }

    void MustBe(ReportState state)
    {
        if (State != state)
            throw new BrokenRule("report-not-submitted", "Период ещё не сдан: решать пока нечего.");
    }
}
