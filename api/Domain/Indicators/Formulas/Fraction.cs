using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>
/// A number of a formula, exact: 1 / 3 * 3 is 1. Kept in lowest terms with a positive denominator. What passes 128 bits throws, so
/// nothing is ever silently wrong.
/// </summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public Int128 Numerator { get; }
    public Int128 Denominator { get; }

    /// <summary>Brings a quotient to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Fraction(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
            throw new DivideByZeroException();
        var common = CommonDivisor(Int128.Abs(numerator), Int128.Abs(denominator));
        if (denominator < 0)
            common = -common;
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    /// <summary>A whole number.</summary>
    public static Fraction Of(long whole) => new(whole, 1);

    /// <summary>A number of thousandths.</summary>
    public static Fraction OfThousandths(long thousandths) => new(thousandths, Measure.Scale);

    /// <summary>The per cent that a share makes.</summary>
    public static Fraction PercentOf(Ratio share) => new((Int128)share.Numerator * 100, share.Denominator);

    public bool IsZero => Numerator == 0;

    public bool IsWhole => Denominator == 1;

    /// <summary>In thousandths, rounded half away from zero.</summary>
    /// <exception cref="OverflowException">They are more than 64 bits hold.</exception>
    public long Thousandths => Rounding.Divide(checked(Numerator * Measure.Scale), Denominator);

    public int CompareTo(Fraction other) => checked(Numerator * other.Denominator).CompareTo(checked(other.Numerator * Denominator));

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(checked(a.Numerator * b.Denominator + b.Numerator * a.Denominator), checked(a.Denominator * b.Denominator));

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(checked(-a.Numerator), a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(checked(a.Numerator * b.Numerator), checked(a.Denominator * b.Denominator));

    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        new(checked(a.Numerator * b.Denominator), checked(a.Denominator * b.Numerator));

    public static Fraction Add(Fraction left, Fraction right) => left + right;

    public static Fraction Subtract(Fraction left, Fraction right) => left - right;

    public static Fraction Multiply(Fraction left, Fraction right) => left * right;

    public static Fraction Divide(Fraction left, Fraction right) => left / right;

    public static Fraction Negate(Fraction item) => -item;

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    static Int128 CommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
