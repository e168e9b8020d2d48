using System.Globalization;
using System.Text.RegularExpressions;
using Opora.Domain;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// Periods as people write them: «2019», «2019-2020 уч. год», «2019/20», «1 полугодие 2019/2020», «2020, II квартал», «2019/2020-H1».
/// </summary>
static partial class PeriodText
{
    const int MostMilliseconds = 1_000;

    static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
        ["первое"] = 1,
        ["второе"] = 2,
        ["первый"] = 1,
        ["второй"] = 2,
        ["третий"] = 3,
        ["четвертый"] = 4,
        ["четвёртый"] = 4,
    };

    static readonly HashSet<string> Fillers = new(
        ["за", "в", "на", "уч", "учебный", "учебного", "учебном", "год", "года", "году", "г", "гг", "календарный", "ое", "е", "й", "ый"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The period that the text says and nothing besides; null when it says something else.</summary>
    public static Period? Read(string text)
    {
        if (Period.TryParse(text, out var plain))
            return plain;
        if (Year().Matches(text) is not [{ } year] || YearOf(year) is not { } whole)
            return null;
        return Part(whole, text.Remove(year.Index, year.Length));
    }

    /// <summary>The only whole year that stands in a title; null when there is none, or several.</summary>
    public static Period? FindYear(string text) => FindYear(text, out _);

    /// <summary>The same, with the words that stand around it and do not belong to it.</summary>
    public static Period? FindYear(string text, out string[] words)
    {
        words = [];
        if (Year().Matches(text) is not [{ } year])
            return null;
        words = [.. FieldWords.Split(text.Remove(year.Index, year.Length)).Where(w => !Fillers.Contains(w))];
        return YearOf(year);
    }

    static Period? YearOf(Match year)
    {
        var start = int.Parse(year.Groups["start"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var end = year.Groups["end"].ValueSpan;
        var plain = string.Create(CultureInfo.InvariantCulture, $"{start}");
        if (!end.IsEmpty)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{start + 1}");
            if (!next.AsSpan().EndsWith(end, StringComparison.Ordinal))
                return null;
            plain += "/" + next;
        }
        return Period.TryParse(plain, out var period) ? period : null;
    }

    static Period? Part(Period year, string rest)
    {
        int? number = null;
        var parts = 0;
        foreach (var word in Words().Matches(rest).Select(m => m.Value))
            if (Numbers.TryGetValue(word, out var said) && number is null)
                number = said;
            else if (parts == 0 && word.StartsWith("полугод", StringComparison.OrdinalIgnoreCase))
                parts = 2;
            else if (
                parts == 0
                && (
                    word.StartsWith("кварт", StringComparison.OrdinalIgnoreCase)
                    || word.StartsWith("четверт", StringComparison.OrdinalIgnoreCase)
                    || word.Equals("кв", StringComparison.OrdinalIgnoreCase)
                )
            )
                parts = 4;
            else if (!Fillers.Contains(word))
                return null;
        return (parts, number) switch
        {
            (0, null) => year,
            (2, <= 2) => year.Half(number.Value),
            (4, { } quarter) => year.Quarter(quarter),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"(?<!\d)(?<start>(19|20)\d\d)(\s*[/\-–—]\s*(?<end>(19|20)?\d\d)(?!\d))?(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MostMilliseconds
    )]
    private static partial Regex Year();

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Words();
}
