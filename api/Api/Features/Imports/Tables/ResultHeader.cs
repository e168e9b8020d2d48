using System.Collections.Frozen;
using System.Globalization;
using Opora.Domain.Imports;
using Opora.Domain.Results;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Whose figure stands in a column of a wide table.</summary>
enum HeaderPlace
{
    School,
    Municipality,
    Region,
}

/// <summary>What tells the series of a wide table apart.</summary>
readonly record struct SeriesKey(string? Year, string? Grade, string? Subject, HeaderPlace? Place);

/// <summary>
/// A header of a wide table of results taken apart: «2018 / Средний балл по ОО», <c>region_mean_2019</c>, «Русский язык / Участников»,
/// «2» under «Распределение групп баллов в %».
/// </summary>
/// <param name="Field">The figure; always a value field.</param>
/// <param name="Key">Year, grade, subject and place that the header names.</param>
/// <param name="Assumed">The header names a subject and no figure, so that a mean is only likely.</param>
sealed record ResultHeader(int Field, SeriesKey Key, bool Assumed)
{
    static readonly FrozenSet<string> Fillers = "по в за на и от для год г года году годы гг уч чел человек"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string> PercentWords = "процент процента процентов процентах pct percent доля доли markspercent share"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string> ClassWords = "класс класса классе классы классов кл grade"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string> MarkNoise = (
        "кол во количество число отметка отметки отметок оценка оценки оценок mark marks получили получивших учащихся обучающихся учеников балл баллы баллов "
        + "распределение групп группы count participants участников"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenDictionary<string, HeaderPlace> Places = new Dictionary<string, HeaderPlace>(StringComparer.Ordinal)
    {
        ["school"] = HeaderPlace.School,
        ["школа"] = HeaderPlace.School,
        ["оо"] = HeaderPlace.School,
        ["оу"] = HeaderPlace.School,
        ["municipality"] = HeaderPlace.Municipality,
        ["район"] = HeaderPlace.Municipality,
        ["району"] = HeaderPlace.Municipality,
        ["мо"] = HeaderPlace.Municipality,
        ["муниципалитет"] = HeaderPlace.Municipality,
        ["муниципалитету"] = HeaderPlace.Municipality,
        ["округу"] = HeaderPlace.Municipality,
        ["городу"] = HeaderPlace.Municipality,
        ["region"] = HeaderPlace.Region,
        ["регион"] = HeaderPlace.Region,
        ["региону"] = HeaderPlace.Region,
        ["рт"] = HeaderPlace.Region,
        ["республика"] = HeaderPlace.Region,
        ["республике"] = HeaderPlace.Region,
        ["область"] = HeaderPlace.Region,
        ["области"] = HeaderPlace.Region,
        ["край"] = HeaderPlace.Region,
        ["краю"] = HeaderPlace.Region,
        ["субъект"] = HeaderPlace.Region,
        ["субъекту"] = HeaderPlace.Region,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Takes a header apart; null when it is not that of a figure.</summary>
    public static ResultHeader? Parse(string header)
    {
        string? subject = null;
        var words = new List<string>();
        foreach (var part in header.Split(" / "))
            if (subject is null && Subject.Named(part) is { } named)
                subject = named.Code;
            else
                words.AddRange(FieldWords.Split(part));
        if (!TakeYear(words, out var year))
            return null;
        var grade = TakeGrade(words);
        var percent = words.RemoveAll(PercentWords.Contains) > 0;
        if (!TakePlace(words, out var place))
            return null;
        subject ??= TakeSubject(words);
        var key = new SeriesKey(year, grade, subject, place);
        if (words.TrueForAll(Fillers.Contains))
            return subject is not null && !percent ? new(ExamResultField.Mean, key, true) : null;
        return FieldOf(words, percent) is { } field ? new(field, key, false) : null;
    }

    static int? FieldOf(List<string> words, bool percent)
    {
        var known = FieldWords.Of(ImportKind.ExamResults);
        List<string> telling = [.. words.Where(w => !Fillers.Contains(w))];
        var field = MarkOf(telling) ?? known.Exact([.. words]) ?? known.Exact([.. telling]);
        if (field is not { } found || !FieldCatalog.Of(ImportKind.ExamResults).Fields[found].IsValue)
            return null;
        var isMark = found is >= ExamResultField.Mark2 and <= ExamResultField.Mark5;
        return percent && isMark ? found + (ExamResultField.Percent2 - ExamResultField.Mark2)
            : percent && found < ExamResultField.Percent2 ? null
            : found;
    }

    // «2», «кол-во «2»», «отметка 2»: one digit among words that say nothing more.
    static int? MarkOf(List<string> words)
    {
        var digits = words.Where(w => w is "2" or "3" or "4" or "5").ToList();
        return digits.Count == 1 && words.All(w => string.Equals(w, digits[0], StringComparison.Ordinal) || MarkNoise.Contains(w))
            ? ExamResultField.Mark2 + (digits[0][0] - '2')
            : null;
    }

    // False when two years stand there: a school year, or a comparison.
    static bool TakeYear(List<string> words, out string? year)
    {
        var years = words.Where(HeaderGuess.IsYear).Distinct(StringComparer.Ordinal).ToList();
        year = years.Count == 1 ? years[0] : null;
        words.RemoveAll(HeaderGuess.IsYear);
        return years.Count < 2;
    }

    static string? TakeGrade(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
            if (ClassWords.Contains(words[i]))
                foreach (var beside in (int[])[i - 1, i + 1])
                    if (
                        beside >= 0
                        && beside < words.Count
                        && int.TryParse(words[beside], NumberStyles.None, CultureInfo.InvariantCulture, out var grade)
                        && grade is > 0 and < 13
                    )
                    {
                        words.RemoveAt(Math.Max(i, beside));
                        words.RemoveAt(Math.Min(i, beside));
                        return grade.ToString(CultureInfo.InvariantCulture);
                    }
        return null;
    }

    static bool TakePlace(List<string> words, out HeaderPlace? place)
    {
        place = null;
        foreach (var word in words)
            if (Places.TryGetValue(word, out var found))
            {
                if (place is not null && place != found)
                    return false;
                place = found;
            }
        words.RemoveAll(Places.ContainsKey);
        return true;
    }

    static string? TakeSubject(List<string> words)
    {
        for (var length = Math.Min(4, words.Count); length > 0; length--)
        for (var from = 0; from + length <= words.Count; from++)
            if (string.Join(' ', words.GetRange(from, length)) is { Length: >= 5 } text && Subject.Named(text) is { } subject)
            {
                words.RemoveRange(from, length);
                return subject.Code;
            }
        return null;
    }
}
