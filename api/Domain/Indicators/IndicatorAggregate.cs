namespace Opora.Domain.Indicators;

/// <summary>An indicator over several schools: sums, spread, and of how many schools.</summary>
/// <param name="Tally">Counts and sums of the schools that are shown.</param>
/// <param name="Spread">How their values lie; null where it is not asked for, or without values.</param>
/// <param name="Registered">All schools meant, with a value or without.</param>
public sealed record IndicatorAggregate(IndicatorTally Tally, IndicatorSpread? Spread, int Registered)
{
    /// <summary>Adds up schools.</summary>
    /// <param name="direction">Where the better values lie.</param>
    /// <param name="schools">Every school meant, once, with what it has.</param>
    public static IndicatorAggregate Of(IndicatorDirection direction, IEnumerable<(Measure? Value, long? TargetThousandths)> schools)
    {
        var tally = default(IndicatorTally);
        List<Measure> values = [];
        var registered = 0;
        foreach (var (value, target) in schools)
        {
            registered++;
            tally += IndicatorTally.Of(direction, value, target);
            if (value is { } measure)
                values.Add(measure);
        }
        return new(tally, IndicatorSpread.Of(values), registered);
    }

    /// <summary>Schools without a value.</summary>
    public int WithoutValue => Math.Max(0, Registered - Tally.Schools);

    /// <summary>Schools with a target and without a value: neither reached nor missed.</summary>
    /// <param name="direction">Of what is only watched nothing is judged, so nothing is missing.</param>
    public int AwaitingValue(IndicatorDirection direction) =>
        direction == IndicatorDirection.Neutral ? 0 : Tally.Targets - Tally.Achieved - Tally.Missed;

    /// <summary>Schools without a target.</summary>
    public int WithoutTarget => Math.Max(0, Registered - Tally.Targets);
}
