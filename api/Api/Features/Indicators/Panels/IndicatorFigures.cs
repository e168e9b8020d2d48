using Opora.Api.Figures;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>One figure with what it was made of.</summary>
/// <param name="Value">The figure in its unit (a share: in per cent), at most three decimals; null when there is none.</param>
/// <param name="Kind">By what rule it was made of schools; null for a value that was told of the place itself.</param>
/// <param name="Numerator">Of a share with a known base.</param>
/// <param name="Denominator">Of a share with a known base.</param>
public sealed record FigureDetails(decimal Value, AggregateKind? Kind, long? Numerator, long? Denominator)
{
    internal static FigureDetails Of(Measure measure, AggregateKind? kind = null) =>
        new(Thousandths.Shown(measure.Rounded), kind, measure.Numerator, measure.Denominator);

    internal static FigureDetails? Of(AggregateValue? value) => value is { } v ? Of(v.Measure, v.Kind) : null;
}

/// <summary>An indicator over the schools of a group.</summary>
/// <param name="Figure">What the definition asks for; null without values.</param>
/// <param name="Mean">Mean of the schools' values, each weighing the same; no share of sums.</param>
/// <param name="Least">Least value of a school.</param>
/// <param name="Greatest">Greatest value of a school.</param>
/// <param name="Registered">Schools meant, with a value or without, less those withheld.</param>
/// <param name="Schools">Schools with a value.</param>
/// <param name="WithBase">Of them, schools whose share has a known base.</param>
/// <param name="AboveZero">Of them, schools whose value is above zero.</param>
/// <param name="WithoutValue">Schools without a value.</param>
/// <param name="Achieved">Schools that reached their target.</param>
/// <param name="Missed">Schools that have a value and missed their target.</param>
/// <param name="AwaitingValue">Schools with a target and without a value: neither reached nor missed.</param>
/// <param name="WithoutTarget">Schools without a target.</param>
/// <param name="Withheld">Schools left out of all of it because their figures are, or may be, over fewer than five pupils; only for third parties.</param>
public sealed record IndicatorFigures(
    FigureDetails? Figure,
    decimal? Mean,
    decimal? Least,
    decimal? Greatest,
    int Registered,
    int Schools,
    int WithBase,
    int AboveZero,
    int WithoutValue,
    int Achieved,
    int Missed,
    int AwaitingValue,
    int WithoutTarget,
    int Withheld
)
{
    internal static IndicatorFigures Of(IndicatorVersion definition, IndicatorAggregate aggregate, int withheld)
    {
        var tally = aggregate.Tally;
        return new(
            FigureDetails.Of(tally.Value(definition.Aggregation, definition.Unit)),
            Thousandths.Shown(tally.MeanThousandths),
            Thousandths.Shown(tally.Least),
            Thousandths.Shown(tally.Greatest),
            Math.Max(aggregate.Registered, tally.Schools),
            tally.Schools,
            tally.WithBase,
            tally.AboveZero,
            aggregate.WithoutValue,
            tally.Achieved,
            tally.Missed,
            aggregate.AwaitingValue(definition.Direction),
            aggregate.WithoutTarget,
            withheld
        );
    }
}

/// <summary>How the values of schools lie; quartiles by the inclusive rule of Excel's QUARTILE.INC.</summary>
/// <param name="Count">Values.</param>
/// <param name="Least">The least.</param>
/// <param name="LowerQuartile">A quarter of the way.</param>
/// <param name="Median">Half of the way.</param>
/// <param name="UpperQuartile">Three quarters of the way.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record SpreadDetails(int Count, decimal Least, decimal LowerQuartile, decimal Median, decimal UpperQuartile, decimal Greatest)
{
    internal static SpreadDetails? Of(IndicatorSpread? spread) =>
        spread is { } s
            ? new(
                s.Count,
                Thousandths.Shown(s.Least),
                Thousandths.Shown(s.LowerQuartile),
                Thousandths.Shown(s.Median),
                Thousandths.Shown(s.UpperQuartile),
                Thousandths.Shown(s.Greatest)
            )
            : null;
}
