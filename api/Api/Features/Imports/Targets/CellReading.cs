using System.Globalization;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Texts of cells as numbers and days, or an error that says how to put them right.</summary>
internal static class CellReading
{
    private static readonly string[] DayFormats =
    [
        "dd.MM.yyyy",
        "d.M.yyyy",
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss",
        "dd.MM.yy",
        "dd/MM/yyyy",
        "d MMMM yyyy",
        "d MMMM yyyy 'г.'",
    ];

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>A whole number; null when absent or wrong (then it is told).</summary>
    public static int? Whole(this MappedItem item, int field, ItemFaults faults) => Scaled(item, item[field], field, decimals: 0, faults);

    /// <summary>A number with at most three decimals, in thousandths.</summary>
    public static int? Thousandths(this MappedItem item, int field, ItemFaults faults) =>
        Scaled(item, item[field], field, decimals: 3, faults);

    /// <summary>A percentage with at most two decimals, in hundredths; a per cent sign may stand behind it.</summary>
    public static int? PercentHundredths(this MappedItem item, int field, ItemFaults faults) =>
        Scaled(item, item[field]?.TrimEnd('%', ' ', '\u00A0', '\u202F'), field, decimals: 2, faults);

    /// <summary>A day; null when absent or wrong (then it is told).</summary>
    public static DateOnly? Day(this MappedItem item, int field, ItemFaults faults)
    {
        if (item[field] is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, DayFormats, Russian, DateTimeStyles.None, out var day))
            return day;
        faults.Add(field, "date-invalid", $"«{text}» — не дата. Напишите день, месяц и год: 18.02.2019.", "dd.MM.yyyy");
        return null;
    }

    /// <summary>A text no longer than what can be kept; a longer one is told.</summary>
    public static string? Short(this MappedItem item, int field, int length, ItemFaults faults)
    {
        if (item[field] is { } text && text.Length > length)
            faults.Add(field, "too-long", $"Текст длиннее {length} знаков: сократите его.", $"0..{length}");
        return item[field];
    }

    private static int? Scaled(MappedItem item, string? text, int field, int decimals, ItemFaults faults)
    {
        if (text is null)
            return null;
        var number = RussianNumber.Parse(text, decimals);
        switch (number.Kind)
        {
            case NumberKind.Number when number.Scaled is >= int.MinValue and <= int.MaxValue:
                return (int)number.Scaled;
            case NumberKind.Number:
                faults.Add(field, "out-of-range", $"Число «{text}» слишком велико.");
                return null;
            case NumberKind.TooManyDecimals:
                faults.Add(
                    field,
                    decimals == 0 ? "number-invalid" : "decimals-too-many",
                    decimals == 0
                        ? $"«{text}» — не целое число."
                        : $"У числа «{text}» больше {decimals} знаков после запятой: округлите его."
                );
                return null;
            default:
                faults.Add(field, "number-invalid", $"«{text}» — не число. Если данных нет, оставьте ячейку пустой.");
                return null;
        }
    }
}
