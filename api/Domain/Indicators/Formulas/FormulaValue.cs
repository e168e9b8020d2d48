using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>What a part of a formula came to.</summary>
public abstract record FormulaValue
{
    private protected FormulaValue() { }

    /// <summary>No value, and why.</summary>
    /// <param name="Reason">A Russian phrase that follows «нет данных:».</param>
    public sealed record Missing(string Reason) : FormulaValue;

    /// <summary>A share with its base.</summary>
    public sealed record Share(Ratio Ratio) : FormulaValue;

    /// <summary>A percentage whose base nobody told, in thousandths of a per cent.</summary>
    public sealed record BarePercent(long Thousandths) : FormulaValue;

    /// <summary>A number, exact.</summary>
    public sealed record Number(Fraction Value) : FormulaValue;

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool Yes) : FormulaValue;

    /// <summary>A whole number.</summary>
    public static FormulaValue Whole(long count) => new Number(Fraction.Of(count));

    /// <summary>A share, or why there is none: its base is zero, or it would be more than the whole.</summary>
    public static FormulaValue ShareOf(Int128 numerator, Int128 denominator, string emptyBase) =>
        denominator == 0 ? new Missing(emptyBase)
        : numerator < 0 || denominator < 0 ? new Missing($"доля не бывает отрицательной: {numerator} из {denominator}")
        : numerator > denominator ? new Missing($"числитель больше знаменателя: {numerator} из {denominator}")
        : new Share(new Ratio(checked((long)numerator), checked((long)denominator)));

    /// <summary>A stored value as a formula sees it.</summary>
    public static FormulaValue Of(Measure measure, FormulaType type) =>
        measure.Ratio is { } ratio ? new Share(ratio)
        : type == FormulaType.Share ? new BarePercent(measure.Rounded)
        : type == FormulaType.YesNo ? new YesNo(measure.Rounded != 0)
        : new Number(Fraction.OfThousandths(measure.Rounded));

    /// <summary>As texts have it: «39 из 73 (53,4 %)», «12,5», «да»; null when there is none.</summary>
    public string? Text =>
        this switch
        {
            Share share => share.Ratio.ToString(),
            BarePercent percent => $"{FormulaWords.Number(Fraction.OfThousandths(percent.Thousandths))}\u00A0%",
            Number number => FormulaWords.Number(number.Value),
            YesNo answer => answer.Yes ? "да" : "нет",
            _ => null,
        };

    /// <summary>As a number: a share as its per cent.</summary>
    internal Fraction AsNumber() =>
        this switch
        {
            Share share => Fraction.PercentOf(share.Ratio),
            BarePercent percent => Fraction.OfThousandths(percent.Thousandths),
            Number number => number.Value,
            _ => throw new InvalidOperationException("The check lets only shares and numbers into arithmetic"),
        };
}

/// <summary>The value of a formula at a place and period.</summary>
/// <param name="Measure">The value, or null.</param>
/// <param name="Reason">Why there is none; null when there is one.</param>
public readonly record struct FormulaOutcome(Measure? Measure, string? Reason)
{
    /// <summary>The reason of a number that no column holds.</summary>
    internal const string TooLarge = "число слишком велико";

    internal static FormulaOutcome Of(FormulaValue value)
    {
        try
        {
            return value switch
            {
                FormulaValue.Share share => new(Indicators.Measure.Share(share.Ratio.Numerator, share.Ratio.Denominator), null),
                FormulaValue.BarePercent percent => new(Indicators.Measure.BarePercent(percent.Thousandths), null),
                FormulaValue.YesNo answer => new(Indicators.Measure.YesNo(answer.Yes), null),
                FormulaValue.Number number => new(Indicators.Measure.Number(number.Value.Thousandths), null),
                FormulaValue.Missing missing => new(null, missing.Reason),
                _ => throw new InvalidOperationException("A formula gives nothing else"),
            };
        }
        catch (OverflowException)
        {
            return new(null, TooLarge);
        }
    }
}
