namespace Opora.Domain.Indicators;

/// <summary>What somebody typed into a cell.</summary>
/// <param name="Measure">The value; null when the cell says that there is none, or when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
public readonly record struct TypedMeasure(Measure? Measure, ValueFault? Fault)
{
    /// <summary>Whether it says that there is no value.</summary>
    public bool IsMissing => Measure is null && Fault is null;
}

/// <summary>
/// The one reader of values of indicators, whoever brings them: «73,4», «73,4 %», «12/43», «12 из 43», «12 из 43 (27,9 %)», «да», «–».
/// Nothing passes through binary floating point. What a value may be is judged by <see cref="IndicatorRules.Faults"/>.
/// </summary>
public static class MeasureText
{
    /// <summary>Longest text that can be a value.</summary>
    public const int MaxLength = 100;

    const int Decimals = 3;

    /// <summary>Reads what a person types or pastes.</summary>
    /// <param name="unit">What it is measured in.</param>
    /// <param name="text">The cell as it came.</param>
    public static TypedMeasure Read(IndicatorUnit unit, string text)
    {
        if (text.Length > MaxLength)
            return Wrong(unit, text[..MaxLength] + "…");
        if (unit == IndicatorUnit.YesNo)
            return YesNo(text);
        if (RussianNumber.IsMissing(text))
            return default;
        if (unit == IndicatorUnit.Share)
        {
            if (Parts(text) is var (part, whole))
                return Whole(part) is { } numerator && Whole(whole) is { } denominator ? Share(numerator, denominator) : Wrong(unit, text);
            text = text.TrimEnd().TrimEnd('%');
        }
        return Read(unit, RussianNumber.Parse(text, Decimals), text);
    }

    /// <summary>Reads a number that came as such: of a share, its per cent.</summary>
    public static TypedMeasure Read(IndicatorUnit unit, decimal number) =>
        Read(unit, RussianNumber.Scale(number, Decimals), number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Reads the two parts of a share.</summary>
    public static TypedMeasure Share(long numerator, long denominator) =>
        denominator > 0
            ? new(Measure.Share(numerator, denominator), null)
            : new(
                null,
                new ValueFault(
                    "denominator-not-positive",
                    "Знаменатель должен быть больше нуля; если считать не из чего, оставьте ячейку пустой",
                    "1 или больше"
                )
            );

    /// <summary>The value as somebody would type it: «12/43», «73,4», «да». Reading it gives the same value.</summary>
    public static string Write(IndicatorUnit unit, Measure measure) =>
        unit == IndicatorUnit.YesNo
            ? measure.Thousandths == 0
                ? "нет"
                : "да"
            : measure.Ratio is { } ratio
                ? $"{ratio.Numerator}/{ratio.Denominator}"
                : IndicatorRules.Shown(measure.Rounded);

    static TypedMeasure Read(IndicatorUnit unit, ScaledNumber number, string text) =>
        number.Kind switch
        {
            NumberKind.Missing => default,
            NumberKind.Number => new(
                unit == IndicatorUnit.Share ? Measure.BarePercent(number.Scaled) : Measure.Number(number.Scaled),
                null
            ),
            NumberKind.TooManyDecimals => new(
                null,
                new ValueFault("decimals-too-many", $"В числе «{text.Trim()}» больше трёх знаков после запятой: округлите", "до 3 знаков")
            ),
            _ => Wrong(unit, text),
        };

    static TypedMeasure YesNo(string text)
    {
        var word = text.Trim();
        if (Yes.Contains(word))
            return new(Measure.YesNo(true), null);
        if (No.Contains(word))
            return new(Measure.YesNo(false), null);
        return RussianNumber.IsMissing(text) ? default : Wrong(IndicatorUnit.YesNo, text);
    }

    static TypedMeasure Wrong(IndicatorUnit unit, string text) =>
        new(
            null,
            unit switch
            {
                IndicatorUnit.YesNo => new ValueFault("not-yes-or-no", $"«{text.Trim()}» — не ответ: нужно «да» или «нет»", "да, нет"),
                IndicatorUnit.Share => new ValueFault(
                    "number-invalid",
                    $"«{text.Trim()}» — не доля: нужны числитель и знаменатель или процент",
                    "12/43, 12 из 43, 27,9"
                ),
                _ => new ValueFault("number-invalid", $"«{text.Trim()}» — не число", "73,4"),
            }
        );

    static long? Whole(string text) => RussianNumber.Parse(text, 0) is { Kind: NumberKind.Number, Scaled: var number } ? number : null;

    static readonly HashSet<string> Yes = new(["да", "yes", "true", "истина", "1", "+"], StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> No = new(["нет", "no", "false", "ложь", "0"], StringComparer.OrdinalIgnoreCase);

    // «12/43», «12 из 43», also with the percentage that is shown behind: «12 из 43 (27,9 %)».
    static (string Part, string Whole)? Parts(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (at, length) = slash >= 0 ? (slash, 1) : (text.IndexOf("из", StringComparison.OrdinalIgnoreCase), 2);
        if (at < 0)
            return null;
        var whole = text[(at + length)..].TrimEnd();
        var percent = whole.IndexOf('(', StringComparison.Ordinal);
        if (percent > 0 && whole.EndsWith("%)", StringComparison.Ordinal))
            whole = whole[..percent];
        return (text[..at], whole);
    }
}
