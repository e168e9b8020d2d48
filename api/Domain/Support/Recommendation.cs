using Opora.Domain.Places;

namespace Opora.Domain.Support;

/// <summary>What follows from monitoring.</summary>
public enum RecommendationKind
{
    /// <summary>Адресная рекомендация: advice to a place.</summary>
    Recommendation,

    /// <summary>Управленческое решение: what is to be done, by whom.</summary>
    Decision,
}

/// <summary>What became of it.</summary>
public enum RecommendationState
{
    /// <summary>To be followed.</summary>
    Open,

    /// <summary>Followed; the outcome says what came of it.</summary>
    Done,

    /// <summary>Called off, with the reason as its outcome.</summary>
    Cancelled,
}

/// <summary>What is said.</summary>
/// <param name="Kind">Advice or decision.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerId">Who answers for it; null when nobody was named.</param>
/// <param name="DueOn">By when; null when no day was set.</param>
public sealed record RecommendationFacts(RecommendationKind Kind, string Text, Guid? OwnerId, DateOnly? DueOn);

/// <summary>A figure that caused a recommendation, as it stood then.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="SchoolId">The school whose figure it is; null for a larger place.</param>
/// <param name="MunicipalityCode">The municipality whose figure it is, or in which the school stands; null for the region.</param>
/// <param name="Figure">The value as it was shown: later changes do not change why something was decided.</param>
/// <param name="Target">The target as it was shown; null when there was none.</param>
public sealed record CauseFacts(Guid IndicatorId, Period Period, Guid? SchoolId, string? MunicipalityCode, string Figure, string? Target);

/// <summary>An addressed recommendation or a decision that follows from monitoring, and what came of it.</summary>
public sealed class Recommendation : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest text and longest outcome.</summary>
    public const int TextLength = 4_000;

    /// <summary>Longest shown figure.</summary>
    public const int FigureLength = 60;

    /// <summary>Most figures that one recommendation refers to.</summary>
    public const int MostCauses = 20;

    private readonly List<RecommendationCause> _causes = [];

    private Recommendation() { }

    /// <summary>Addresses it to a place.</summary>
    public Recommendation(IPlaced to, RecommendationFacts facts, IEnumerable<CauseFacts> causes, DateTime at, Guid byId)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (to.RegionCode, to.MunicipalityCode, to.SchoolId);
        (MadeAt, MadeById) = (at, byId);
        Version = 1;
        Revise(facts, causes);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    public RecommendationKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Who answers for it.</summary>
    public Guid? OwnerId { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public RecommendationState State { get; private set; }

    /// <summary>What came of it, or why it was called off.</summary>
    public string? Outcome { get; private set; }
    public DateTime? SettledAt { get; private set; }
    public DateTime MadeAt { get; private set; }
    public Guid MadeById { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The figures that caused it.</summary>
    public IReadOnlyList<RecommendationCause> Causes => _causes;

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects an open one.</summary>
    /// <exception cref="BrokenRule"><c>recommendation-settled</c></exception>
    public void Revise(RecommendationFacts facts, IEnumerable<CauseFacts> causes)
    {
        MustBeOpen();
        (Kind, Text, OwnerId, DueOn) = facts;
        _causes.Clear();
        _causes.AddRange(causes.Select((c, i) => new RecommendationCause(this, i + 1, c)));
    }

    /// <summary>Says what came of it.</summary>
    /// <exception cref="BrokenRule"><c>recommendation-settled</c></exception>
    public void Settle(RecommendationState state, string outcome, DateTime at)
    {
        MustBeOpen();
        (State, Outcome, SettledAt) = (state, outcome, at);
    }

    /// <summary>Opens it again.</summary>
    /// <exception cref="BrokenRule"><c>recommendation-open</c></exception>
    public void Reopen()
    {
        if (State == RecommendationState.Open)
            throw new BrokenRule("recommendation-open", "Рекомендация ещё не закрыта.");
        (State, SettledAt) = (RecommendationState.Open, null);
    }

    void MustBeOpen()
    {
        if (State != RecommendationState.Open)
            throw new BrokenRule("recommendation-settled", "Рекомендация закрыта. Чтобы изменить её, верните её в работу.");
    }
}
