using System.Globalization;

namespace Opora.Domain.Results;

/// <summary>
/// A share kept exact as two integers; a region's share is Σ numerators / Σ denominators of its schools. Rounded only when
/// shown: half away from zero, to one decimal (46/71 is 64,8 %, where the 2019 note prints a truncated 64,78 %).
/// </summary>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>Whether there is anything to take a share of.</summary>
    public bool IsKnown => Denominator != 0;

    /// <summary>Per cent in tenths, half away from zero; null when the denominator is 0.</summary>
    public long? PercentTenths => IsKnown ? Rounded(1_000) : null;

    /// <summary>Per cent in hundredths, half away from zero; null when the denominator is 0.</summary>
    public long? PercentHundredths => IsKnown ? Rounded(10_000) : null;

    /// <summary>«70,4 %» with a non-breaking space, or «–» when there is no base.</summary>
    public string PercentText => PercentTenths is { } tenths ? string.Create(Russian, $"{tenths / 10m:0.0}\u00A0%") : "–";

    /// <summary>«50 из 71 (70,4 %)».</summary>
    public override string ToString() =>
        IsKnown ? string.Create(CultureInfo.InvariantCulture, $"{Numerator} из {Denominator} ({PercentText})") : "–";

    public static Ratio operator +(Ratio a, Ratio b) => new(a.Numerator + b.Numerator, a.Denominator + b.Denominator);

    public static Ratio Add(Ratio left, Ratio right) => left + right;

    static readonly NumberFormatInfo Russian = new() { NumberDecimalSeparator = "," };

    long Rounded(int scale) => Rounding.Divide((Int128)Numerator * scale, Denominator);
}
