using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>
/// How the values of schools lie, in thousandths of the shown unit. They are put in order exactly, before any rounding; quartiles lie
/// between neighbours by the inclusive rule of Excel's QUARTILE.INC, so that people who check with Excel find the same.
/// </summary>
/// <param name="Count">Values.</param>
/// <param name="Least">The least.</param>
/// <param name="LowerQuartile">A quarter of the way.</param>
/// <param name="Median">Half of the way.</param>
/// <param name="UpperQuartile">Three quarters of the way.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record IndicatorSpread(int Count, long Least, long LowerQuartile, long Median, long UpperQuartile, long Greatest)
{
    const int Quarters = 4;

    /// <summary>The spread of the values; null without any.</summary>
    public static IndicatorSpread? Of(IEnumerable<Measure> values)
    {
        List<long> sorted = [.. values.Order().Select(v => v.Rounded)];
        return sorted.Count == 0
            ? null
            : new(sorted.Count, sorted[0], Quartile(sorted, 1), Quartile(sorted, 2), Quartile(sorted, 3), sorted[^1]);
    }

    static long Quartile(List<long> sorted, int quarter)
    {
        var (at, rest) = Math.DivRem((sorted.Count - 1) * quarter, Quarters);
        return rest == 0 ? sorted[at] : Rounding.Divide((Int128)sorted[at] * (Quarters - rest) + (Int128)sorted[at + 1] * rest, Quarters);
    }
}
