namespace Opora.Domain.Results;

/// <summary>The one way numbers are rounded: half away from zero, in integers.</summary>
public static class Rounding
{
    /// <summary><paramref name="numerator"/> / <paramref name="denominator"/> to the nearest integer, halves away from zero.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient is none of 64 bits.</exception>
    public static long Divide(Int128 numerator, Int128 denominator)
    {
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        // Not the remainder doubled: that may pass 128 bits.
        if (Int128.Abs(remainder) >= Int128.Abs(denominator) - Int128.Abs(remainder))
            quotient += Int128.IsNegative(numerator) == Int128.IsNegative(denominator) ? 1 : -1;
        return checked((long)quotient);
    }
}
