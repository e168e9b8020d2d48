namespace Opora.Domain.Support;

/// <summary>A figure that caused a recommendation.</summary>
public sealed class RecommendationCause
{
    private RecommendationCause() { }

    internal RecommendationCause(Recommendation recommendation, int number, CauseFacts facts)
    {
        RecommendationId = recommendation.Id;
        Number = number;
        (IndicatorId, Period, SchoolId, MunicipalityCode, Figure, Target) = facts;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; private set; }

    /// <summary>Place among the figures, from 1.</summary>
    public int Number { get; private set; }
    public Guid IndicatorId { get; private set; }
    public Period Period { get; private set; }
    public Guid? SchoolId { get; private set; }
    public string? MunicipalityCode { get; private set; }
    public string Figure { get; private set; } = "";
    public string? Target { get; private set; }
}
