namespace Opora.Api.Features.Imports.Tables;

/// <summary>Rows that sum up others and stand among them: «Итого по району», «Всего», «В среднем», «Среднее значение».</summary>
static class TotalsRow
{
    const int LongestNumber = 4;

    // Followed by anything but a letter: «Итого», «Итого:», «Итого по школе № 2».
    static readonly string[] Beginnings =
    [
        "итого",
        "всего",
        "в среднем",
        "в целом по",
        "средний балл по",
        "средние по",
        "среднее по",
        "среднее значение",
        "среднее арифметическое",
    ];

    // Only these words and nothing else: a village may be called Среднее, and its school begins with that.
    static readonly string[] Wholes = ["среднее", "средний балл", "средние", "итог", "сумма", "total", "average", "grand total"];

    /// <summary>Whether the first text of the row, or one of the cells that say what the row is about, is that of a totals row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="keyColumns">Columns that say what the row is about.</param>
    /// <param name="nameColumns">Columns with names of which only a bare «Итого» is that of a total.</param>
    public static bool Is(TableRow row, int[] keyColumns, int[] nameColumns)
    {
        foreach (var column in keyColumns)
            if (IsTotal(row[column]))
                return true;
        var seen = 0;
        for (var i = 0; i < row.Count && seen < 2; i++)
            if (row[i] is { Length: > 0 } text && CellText.Trim(text) is { Length: > 0 } first)
            {
                if (IsTotal(first) && (!nameColumns.Contains(i) || IsBare(first)))
                    return true;
                // A row number may stand before: «25 | Итого».
                if (first.Length > LongestNumber || first.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
                    return false;
                seen++;
            }
        return false;
    }

    static bool IsBare(string text) => text.AsSpan().TrimEnd(" \u00A0:.").IndexOf(' ') < 0;

    internal static bool IsTotal(string text)
    {
        var span = text.AsSpan().Trim(" \u00A0\t\r\n«\"");
        if (span.IsEmpty || char.ToLowerInvariant(span[0]) is not ('и' or 'в' or 'с' or 't' or 'a' or 'g'))
            return false;
        foreach (var beginning in Beginnings)
            if (
                span.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
                && (span.Length == beginning.Length || !char.IsLetter(span[beginning.Length]))
            )
                return true;
        var whole = span.TrimEnd(" \u00A0:.»\"");
        foreach (var word in Wholes)
            if (whole.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
