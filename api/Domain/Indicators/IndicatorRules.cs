using System.Globalization;

namespace Opora.Domain.Indicators;

/// <summary>Something wrong with a value, or worth a second look.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Message">Russian sentence.</param>
/// <param name="Allowed">What would be right, when it can be said.</param>
public readonly record struct ValueFault(string Code, string Message, string? Allowed = null);

/// <summary>What definitions and values must keep to.</summary>
public static class IndicatorRules
{
    /// <summary>Refuses a meaning that contradicts itself.</summary>
    /// <exception cref="BrokenRule">
    /// <c>aggregation-not-of-unit</c>, <c>formula-missing</c>, <c>formula-not-asked</c>, <c>range-upside-down</c>,
    /// <c>entered-by-other-level</c>
    /// </exception>
    public static void Check(IndicatorMeaning meaning)
    {
        var allowed = AggregationsOf(meaning.Unit);
        if (!allowed.Contains(meaning.Aggregation))
            throw new BrokenRule("aggregation-not-of-unit", "Такой свод не подходит к единице измерения: сумма долей ничего не значит.");
        if (meaning.EnteredBy == IndicatorSource.Formula && string.IsNullOrWhiteSpace(meaning.Formula))
            throw new BrokenRule("formula-missing", "Показатель считается по формуле: напишите её.");
        if (meaning.EnteredBy != IndicatorSource.Formula && meaning.Formula is not null)
            throw new BrokenRule("formula-not-asked", "Значения вводят вручную: уберите формулу или выберите «считается по формуле».");
        if (meaning.EnteredBy == IndicatorSource.School && meaning.Level != IndicatorLevel.School)
            throw new BrokenRule("entered-by-other-level", "Школа вводит только свои показатели: выберите уровень «школа».");
        if (Least(meaning) is { } least && Greatest(meaning) is { } greatest && least > greatest)
            throw new BrokenRule("range-upside-down", "Наименьшее допустимое значение больше наибольшего.");
    }

    /// <summary>The aggregations that make sense of a unit; the first one is usual.</summary>
    public static IReadOnlyList<IndicatorAggregation> AggregationsOf(IndicatorUnit unit) =>
        unit switch
        {
            IndicatorUnit.Share => [IndicatorAggregation.RatioOfSums, IndicatorAggregation.MeanOfSchools, IndicatorAggregation.Last],
            IndicatorUnit.Count => [IndicatorAggregation.Sum, IndicatorAggregation.MeanOfSchools, IndicatorAggregation.Last],
            IndicatorUnit.YesNo => [IndicatorAggregation.Sum, IndicatorAggregation.Last],
            _ => [IndicatorAggregation.MeanOfSchools],
        };

    /// <summary>No figure of a school, municipality or region is greater; sums over all of them then stay within 64 bits.</summary>
    public const long MostWhole = 1_000_000_000;

    /// <summary>What a value may never be; empty when it is right.</summary>
    public static IEnumerable<ValueFault> Faults(IndicatorMeaning meaning, Measure value)
    {
        if (IsTooLarge(value))
        {
            yield return new("value-too-large", "Число слишком велико", "до 1 000 000 000");
            yield break;
        }
        if (meaning.Unit == IndicatorUnit.Share)
        {
            if (value.Ratio is { } ratio && ratio.Numerator < 0)
                yield return new("numerator-negative", "Числитель не может быть меньше нуля", "0 или больше");
            else if (value.Ratio is { } share && share.Numerator > share.Denominator && Greatest(meaning) == Measure.WholePercent)
                yield return new(
                    "numerator-above-denominator",
                    $"Числитель {share.Numerator} больше знаменателя {share.Denominator}: доля не бывает больше 100 %",
                    $"0–{share.Denominator}"
                );
            else if (value.Ratio is not null && IsOutside(meaning, value))
                yield return new(
                    "value-out-of-range",
                    $"Доля {value.Text(meaning.Unit, decimals: 1)} вне допустимых пределов",
                    RangeText(meaning)
                );
            if (value.Ratio is not null)
                yield break;
        }
        else if (value.Ratio is not null)
        {
            yield return new("value-not-a-share", "Показатель — не доля: нужно одно число, без знаменателя");
            yield break;
        }
        var number = value.Rounded;
        if (meaning.Unit == IndicatorUnit.Count && number % Measure.Scale != 0)
            yield return new("count-not-whole", "Количество — целое число", "целое число");
        if (meaning.Unit == IndicatorUnit.YesNo && number is not (0 or Measure.Scale))
            yield return new("not-yes-or-no", "Ответ — «да» или «нет»", "да, нет");
        if (IsOutside(meaning, value))
            yield return new("value-out-of-range", $"Значение {Shown(number)} вне допустимых пределов", RangeText(meaning));
    }

    /// <summary>
    /// Whether a value is so far from the year before that somebody should look: it differs by more than
    /// <see cref="IndicatorWording.WarnChangePercent"/> per cent of the former. Compared exactly; nothing follows a former zero.
    /// </summary>
    public static ValueFault? ChangeToCheck(IndicatorWording wording, Measure value, Measure? yearBefore)
    {
        if (wording.WarnChangePercent is not { } limit || yearBefore is not { } former || former.Rounded == 0)
            return null;
        var change = Int128.Abs((Int128)value.Rounded - former.Rounded) * 100;
        if (change <= Int128.Abs(former.Rounded) * limit)
            return null;
        var percent = Results.Rounding.Divide(change, Math.Abs(former.Rounded));
        var more = value.Rounded > former.Rounded ? "больше" : "меньше";
        return new("change-to-check", $"На {percent} % {more} прошлого года ({Shown(former.Rounded)} → {Shown(value.Rounded)}), проверьте");
    }

    /// <summary>The least allowed value in thousandths; null when there is none.</summary>
    public static long? Least(IndicatorMeaning meaning) => meaning.MinThousandths ?? (meaning.Unit is IndicatorUnit.Mean ? null : 0);

    /// <summary>The greatest allowed value in thousandths; null when there is none.</summary>
    public static long? Greatest(IndicatorMeaning meaning) =>
        meaning.MaxThousandths ?? (meaning.Unit == IndicatorUnit.Share ? Measure.WholePercent : null);

    /// <summary>The allowed values in words: «0–100».</summary>
    public static string RangeText(IndicatorMeaning meaning) =>
        (Least(meaning), Greatest(meaning)) switch
        {
            ({ } least, { } greatest) => $"{Shown(least)}–{Shown(greatest)}",
            ({ } least, null) => $"от {Shown(least)}",
            (null, { } greatest) => $"до {Shown(greatest)}",
            _ => "любое число",
        };

    // Compared exactly: 2/3 is more than 66,666 %.
    static bool IsOutside(IndicatorMeaning meaning, Measure value) =>
        Least(meaning) is { } least && value.CompareTo(least) < 0 || Greatest(meaning) is { } greatest && value.CompareTo(greatest) > 0;

    static bool IsTooLarge(Measure value) =>
        value.Ratio is { } ratio
            ? IsBeyond(ratio.Numerator, MostWhole) || IsBeyond(ratio.Denominator, MostWhole)
            : IsBeyond(value.Thousandths!.Value, MostWhole * Measure.Scale);

    static bool IsBeyond(long number, long most) => number > most || number < -most;

    internal static string Shown(long thousandths) =>
        (thousandths / (decimal)Measure.Scale).ToString("0.###", new NumberFormatInfo { NumberDecimalSeparator = "," });
}
