using System.Globalization;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Text of cells: numbers and dates as people see them, and nothing in it that no database or workbook can hold.</summary>
static class CellText
{
    /// <summary>
    /// A number as Excel's formula bar has it: at most 15 significant digits, a point, no exponent where it can be helped.
    /// What binary arithmetic left behind the 15th digit (4.300000000000001) is no digit anybody entered.
    /// </summary>
    public static string Number(double value, bool percent = false)
    {
        if (!double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        if (Math.Abs(value) is 0 or (>= 1e-9 and < 1e15))
            return ((decimal)value * (percent ? 100 : 1)).ToString("0.############################", CultureInfo.InvariantCulture);
        return (value * (percent ? 100 : 1)).ToString("G15", CultureInfo.InvariantCulture);
    }

    /// <summary>A day as <c>2019-02-18</c>, a moment as <c>2019-02-18T09:30:00</c>, a time without a day as <c>09:30:00</c>.</summary>
    public static string Date(DateTime value) =>
        value.Year < 1900 ? value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : value.TimeOfDay == TimeSpan.Zero ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The text without white space and invisible marks around it; the same string when there are none.</summary>
    public static string Trim(string text)
    {
        int from = 0,
            to = text.Length;
        while (from < to && IsSpace(text[from]))
            from++;
        while (to > from && IsSpace(text[to - 1]))
            to--;
        return to - from == text.Length ? text : text[from..to];
    }

    static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';
}
