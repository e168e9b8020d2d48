namespace Opora.Domain.Indicators;

/// <summary>Whether a target was reached.</summary>
public enum Achievement
{
    /// <summary>Reached; equal to the target is reached.</summary>
    Achieved,

    /// <summary>Missed.</summary>
    NotAchieved,

    /// <summary>There is a target and no value: never «не достигнут».</summary>
    NoValue,

    /// <summary>There is nothing to compare with.</summary>
    NoTarget,

    /// <summary>The indicator is watched, never judged.</summary>
    NotJudged,
}

/// <summary>Judges values by targets. Source: rule 5 of the domain description.</summary>
public static class Achievements
{
    /// <summary>Compares exact values before any rounding, by direction.</summary>
    /// <param name="direction">Where the better values lie.</param>
    /// <param name="value">The value; null when there is none.</param>
    /// <param name="targetThousandths">The target in thousandths of the shown unit; null when there is none.</param>
    public static Achievement Of(IndicatorDirection direction, Measure? value, long? targetThousandths)
    {
        if (direction == IndicatorDirection.Neutral)
            return Achievement.NotJudged;
        if (targetThousandths is not { } target)
            return Achievement.NoTarget;
        if (value is not { } measure)
            return Achievement.NoValue;
        var order = measure.CompareTo(target);
        return (direction == IndicatorDirection.HigherIsBetter ? order >= 0 : order <= 0) ? Achievement.Achieved : Achievement.NotAchieved;
    }
}
