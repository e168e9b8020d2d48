using System.Globalization;
using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>
/// One value of an indicator, exact. A share is two integers, or a bare percentage whose base is unknown; anything else is a scaled
/// integer. There is no measure of «no data»: a missing value is a missing row.
/// </summary>
/// <param name="Numerator">Of a share with a known base; else null.</param>
/// <param name="Denominator">Of a share with a known base, more than 0; else null.</param>
/// <param name="Thousandths">
/// Thousandths of the unit, of everything but a share with a known base: of a per cent, a point, a piece; yes is 1 000 and no is 0.
/// </param>
public readonly record struct Measure(long? Numerator, long? Denominator, long? Thousandths) : IComparable<Measure>
{
    /// <summary>How many thousandths a whole has.</summary>
    public const int Scale = 1_000;

    /// <summary>100 %, in thousandths of a per cent.</summary>
    public const long WholePercent = 100 * Scale;

    /// <summary>A share with its base.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not above 0.</exception>
    public static Measure Share(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new(numerator, denominator, null);
    }

    /// <summary>A percentage whose base nobody told, in thousandths of a per cent. It is left out of every Σ/Σ.</summary>
    public static Measure BarePercent(long thousandths) => new(null, null, thousandths);

    /// <summary>A count, mean or number of points, in thousandths.</summary>
    public static Measure Number(long thousandths) => new(null, null, thousandths);

    /// <summary>A whole number.</summary>
    public static Measure Count(long count) => new(null, null, checked(count * Scale));

    /// <summary>Yes or no.</summary>
    public static Measure YesNo(bool yes) => Count(yes ? 1 : 0);

    /// <summary>The share, when its base is known.</summary>
    public Ratio? Ratio => Numerator is { } numerator && Denominator is { } denominator ? new Ratio(numerator, denominator) : null;

    /// <summary>
    /// The value in thousandths of its unit as shown (a share: of a per cent), rounded half away from zero where it is no whole number of them.
    /// </summary>
    public long Rounded => Thousandths ?? Rounding.Divide((Int128)Numerator!.Value * WholePercent, Denominator!.Value);

    /// <summary>
    /// The number of thousandths nearest to the value among those that it reaches itself: a target told as 3 of 43 is reached by 3 of 43.
    /// </summary>
    public long Reached(IndicatorDirection direction)
    {
        var rounded = Rounded;
        return direction switch
        {
            IndicatorDirection.HigherIsBetter when CompareTo(rounded) < 0 => rounded - 1,
            IndicatorDirection.LowerIsBetter when CompareTo(rounded) > 0 => rounded + 1,
            _ => rounded,
        };
    }

    /// <summary>
    /// Compares exactly with a number of thousandths of the shown unit, before any rounding: 2/3 is more than 66,666 %.
    /// </summary>
    public int CompareTo(long thousandths) =>
        Ratio is { } ratio
            ? ((Int128)ratio.Numerator * WholePercent).CompareTo((Int128)thousandths * ratio.Denominator)
            : Thousandths!.Value.CompareTo(thousandths);

    /// <summary>Compares two values of one unit exactly; shares by cross multiplication.</summary>
    public int CompareTo(Measure other) =>
        (Ratio, other.Ratio) switch
        {
            ({ } mine, { } its) => ((Int128)mine.Numerator * its.Denominator).CompareTo((Int128)its.Numerator * mine.Denominator),
            ({ }, null) => CompareTo(other.Thousandths!.Value),
            (null, { }) => -other.CompareTo(Thousandths!.Value),
            _ => Thousandths!.Value.CompareTo(other.Thousandths!.Value),
        };

    public static bool operator <(Measure left, Measure right) => left.CompareTo(right) < 0;

    public static bool operator >(Measure left, Measure right) => left.CompareTo(right) > 0;

    public static bool operator <=(Measure left, Measure right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Measure left, Measure right) => left.CompareTo(right) >= 0;

    /// <summary>The value as written in Russian texts without its unit: «53,4», «12 из 43 (27,9 %)», «да».</summary>
    /// <param name="unit">What it is measured in.</param>
    /// <param name="decimals">Decimals to show, 0 to 3.</param>
    public string Text(IndicatorUnit unit, int decimals) =>
        unit switch
        {
            IndicatorUnit.YesNo => Thousandths == 0 ? "нет" : "да",
            IndicatorUnit.Share when Ratio is { } ratio => string.Create(
                Russian,
                $"{ratio.Numerator} из {ratio.Denominator} ({NumberText(Rounded, decimals)}\u00A0%)"
            ),
            IndicatorUnit.Share => $"{NumberText(Rounded, decimals)}\u00A0%",
            _ => NumberText(Rounded, decimals),
        };

    /// <summary>Thousandths as a Russian number with so many decimals, half away from zero.</summary>
    public static string NumberText(long thousandths, int decimals)
    {
        long step = decimals switch
        {
            0 => 1_000,
            1 => 100,
            2 => 10,
            _ => 1,
        };
        var rounded = Rounding.Divide(thousandths, step) * step / (decimal)Scale;
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), Russian);
    }

    static readonly NumberFormatInfo Russian = new() { NumberDecimalSeparator = "," };
}
