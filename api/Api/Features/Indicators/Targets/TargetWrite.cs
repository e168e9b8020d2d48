using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>One target to set, revise or take away.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Target">What is meant to be reached; null takes the target away, and its start with it.</param>
/// <param name="Version">The version of the target that was seen; 0 when there was none.</param>
/// <param name="Baseline">Where it starts; nothing leaves what is said, «–» takes it away. It is kept beside a target, so there is none without.</param>
/// <param name="BaselinePeriod">The period of the start; nothing leaves what is said.</param>
/// <param name="Note">Why so; nothing leaves what is said, empty text takes it away.</param>
public sealed record TargetWrite(
    Guid IndicatorId,
    Period Period,
    CellInput? Target,
    int Version,
    CellInput? Baseline = null,
    Period? BaselinePeriod = null,
    string? Note = null
);
