using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>
/// Between which values most schools lie: one and a half interquartile ranges below the lower quartile and above the upper one.
/// Quartiles are interpolated linearly between neighbours. Source: J. W. Tukey, Exploratory Data Analysis, 1977.
/// </summary>
/// <param name="Lower">Lower fence, in thousandths.</param>
/// <param name="LowerQuartile">A quarter of the values is not above it.</param>
/// <param name="UpperQuartile">A quarter of the values is not below it.</param>
/// <param name="Upper">Upper fence, in thousandths.</param>
/// <param name="Values">How many values there were.</param>
public readonly record struct TukeyFences(long Lower, long LowerQuartile, long UpperQuartile, long Upper, int Values)
{
    /// <summary>Of fewer values no fences are told: quartiles of a handful say nothing.</summary>
    public const int FewestValues = 8;

    /// <summary>The fences of these values, in thousandths; null when there are too few of them, or half of them are all the same.</summary>
    public static TukeyFences? Of(IReadOnlyCollection<long> values)
    {
        if (values.Count < FewestValues)
            return null;
        long[] sorted = [.. values.Order()];
        var (lower, upper) = (Quartile(sorted, 1), Quartile(sorted, 3));
        if (lower == upper)
            return null;
        var reach = Rounding.Divide((Int128)(upper - lower) * 3, 2);
        return new TukeyFences(lower - reach, lower, upper, upper + reach, sorted.Length);
    }

    static long Quartile(long[] sorted, int quarter)
    {
        var position = (sorted.Length - 1) * quarter;
        var (index, rest) = (position / 4, position % 4);
        return rest == 0 ? sorted[index] : Rounding.Divide((Int128)sorted[index] * (4 - rest) + (Int128)sorted[index + 1] * rest, 4);
    }
}
