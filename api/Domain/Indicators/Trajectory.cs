using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>One point of the way to a target.</summary>
/// <param name="Period">The period.</param>
/// <param name="ExpectedThousandths">Where the value should be by then.</param>
public readonly record struct TrajectoryPoint(Period Period, long ExpectedThousandths);

/// <summary>The straight way from the start to the target, period by period.</summary>
public static class Trajectory
{
    /// <summary>Most periods that a way is told for.</summary>
    public const int MostPoints = 60;

    /// <summary>The points from the start to the target, both included; empty when the two are not periods of one kind, in this order.</summary>
    /// <param name="baseline">Where it starts, in thousandths.</param>
    /// <param name="from">The period of the start.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="to">The period of the target.</param>
    public static IReadOnlyList<TrajectoryPoint> Of(long baseline, Period from, long target, Period to)
    {
        if (!Leads(from, to))
            return [];
        var steps = to.Ordinal - from.Ordinal;
        if (steps >= MostPoints)
            return [];
        return
        [
            .. Enumerable
                .Range(0, steps + 1)
                .Select(i => new TrajectoryPoint(from.Plus(i), baseline + Rounding.Divide((Int128)(target - baseline) * i, steps))),
        ];
    }

    /// <summary>Whether a way may lead from one period to another: a later one of its kind.</summary>
    public static bool Leads(Period from, Period to) => from.Kind == to.Kind && from.PerYear == to.PerYear && from.Ordinal < to.Ordinal;

    /// <summary>Whether a value is where it should be by then; null when nobody can say.</summary>
    public static bool? IsOnTrack(IndicatorDirection direction, Measure? value, long expectedThousandths) =>
        Achievements.Of(direction, value, expectedThousandths) switch
        {
            Achievement.Achieved => true,
            Achievement.NotAchieved => false,
            _ => null,
        };
}
