namespace Opora.Domain.Results;

/// <summary>The one way numbers are rounded: half away from zero, in integers.</summary>
public static class Rounding
{
    /// <summary><paramref name="numerator"/> / <paramref name="denominator"/> to the nearest integer, halves away from zero.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static long Divide(Int128 numerator, long denominator)
    {
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        if (Int128.Abs(remainder) * 2 >= Int128.Abs(denominator))
            quotient += Int128.IsNegative(numerator) == denominator < 0 ? 1 : -1;
        return (long)quotient;
    }
}
