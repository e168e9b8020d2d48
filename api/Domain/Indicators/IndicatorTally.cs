namespace Opora.Domain.Indicators;

/// <summary>By what rule a figure over several schools was made: a mean of shares is not a share of sums, and is told as such.</summary>
public enum AggregateKind
{
    /// <summary>Σ numerators / Σ denominators.</summary>
    RatioOfSums,

    /// <summary>The sum of the values.</summary>
    Sum,

    /// <summary>The mean of the schools' values, each school weighing the same.</summary>
    MeanOfSchools,
}

/// <summary>A figure over several schools.</summary>
/// <param name="Kind">By what rule it was made.</param>
/// <param name="Measure">The figure; the mean of schools is rounded to a thousandth, everything else exact.</param>
public readonly record struct AggregateValue(AggregateKind Kind, Measure Measure);

/// <summary>
/// Values of schools counted and summed up. Tallies of disjoint schools add up, so a region is the sum of its municipalities.
/// </summary>
/// <param name="Schools">Schools with a value.</param>
/// <param name="WithBase">Of them, schools whose share has a known base.</param>
/// <param name="AboveZero">Of them, schools whose value is above zero.</param>
/// <param name="Numerators">Σ numerators of shares with a known base.</param>
/// <param name="Denominators">Σ denominators of the same.</param>
/// <param name="Thousandths">Σ values in thousandths of the shown unit, rounded school by school.</param>
/// <param name="Least">Least value in thousandths; null without any.</param>
/// <param name="Greatest">Greatest value in thousandths; null without any.</param>
/// <param name="Targets">Schools with a target.</param>
/// <param name="Achieved">Schools that reached their target.</param>
/// <param name="Missed">Schools that have a value and missed their target.</param>
public readonly record struct IndicatorTally(
    int Schools,
    int WithBase,
    int AboveZero,
    long Numerators,
    long Denominators,
    long Thousandths,
    long? Least,
    long? Greatest,
    int Targets,
    int Achieved,
    int Missed
)
{
    /// <summary>One school. A target without a value is neither reached nor missed; what is only watched is not judged.</summary>
    /// <param name="direction">Where the better values lie.</param>
    /// <param name="value">Its value; null when there is none.</param>
    /// <param name="targetThousandths">Its target; null when there is none.</param>
    public static IndicatorTally Of(IndicatorDirection direction, Measure? value, long? targetThousandths)
    {
        var achievement = Achievements.Of(direction, value, targetThousandths);
        var ratio = value?.Ratio;
        return new IndicatorTally(
            value is null ? 0 : 1,
            ratio is null ? 0 : 1,
            value is { } measure && measure.CompareTo(0) > 0 ? 1 : 0,
            ratio?.Numerator ?? 0,
            ratio?.Denominator ?? 0,
            value?.Rounded ?? 0,
            value?.Rounded,
            value?.Rounded,
            targetThousandths is null ? 0 : 1,
            achievement == Achievement.Achieved ? 1 : 0,
            achievement == Achievement.NotAchieved ? 1 : 0
        );
    }

    /// <summary>The mean of the schools' values in thousandths, half away from zero; null without any.</summary>
    public long? MeanThousandths => Schools == 0 ? null : Results.Rounding.Divide(Thousandths, Schools);

    /// <summary>
    /// The figure that the definition asks for. Shares of which no base is known have no Σ/Σ: what is left then is the mean of schools,
    /// and it says so.
    /// </summary>
    public AggregateValue? Value(IndicatorAggregation aggregation, IndicatorUnit unit)
    {
        if (MeanThousandths is not { } mean)
            return null;
        var kind = aggregation switch
        {
            IndicatorAggregation.MeanOfSchools => AggregateKind.MeanOfSchools,
            _ when unit == IndicatorUnit.Share => AggregateKind.RatioOfSums,
            _ => AggregateKind.Sum,
        };
        return kind switch
        {
            AggregateKind.RatioOfSums when WithBase > 0 => new(kind, Measure.Share(Numerators, Denominators)),
            AggregateKind.Sum => new(kind, Measure.Number(Thousandths)),
            _ => new(AggregateKind.MeanOfSchools, Measure.Number(mean)),
        };
    }

    /// <summary>Adds up tallies of different schools.</summary>
    public static IndicatorTally Sum(IEnumerable<IndicatorTally> tallies)
    {
        var sum = default(IndicatorTally);
        foreach (var tally in tallies)
            sum += tally;
        return sum;
    }

    public static IndicatorTally Add(IndicatorTally left, IndicatorTally right) => left + right;

    public static IndicatorTally operator +(IndicatorTally a, IndicatorTally b) =>
        new(
            a.Schools + b.Schools,
            a.WithBase + b.WithBase,
            a.AboveZero + b.AboveZero,
            a.Numerators + b.Numerators,
            a.Denominators + b.Denominators,
            a.Thousandths + b.Thousandths,
            a.Least is { } least && b.Least is { } otherLeast ? Math.Min(least, otherLeast) : a.Least ?? b.Least,
            a.Greatest is { } greatest && b.Greatest is { } otherGreatest ? Math.Max(greatest, otherGreatest) : a.Greatest ?? b.Greatest,
            a.Targets + b.Targets,
            a.Achieved + b.Achieved,
            a.Missed + b.Missed
        );
}
