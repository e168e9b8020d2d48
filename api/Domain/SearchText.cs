using System.Globalization;
using System.Text;

namespace Opora.Domain;

/// <summary>
/// Search and comparison of Russian names that people write differently.
/// <para>
/// <see cref="Fold"/> turns a text into words in a normal form: lower case, ё→е, quotes and punctuation gone, letters and digits
/// set apart, the number mark («№», «N», «no») before a number dropped, Latin look-alikes inside Cyrillic words mapped, legal-form
/// words (МБОУ, «муниципальное бюджетное общеобразовательное учреждение» …) dropped, and kinds of school written one way:
/// «средняя общеобразовательная школа», «средняя школа», «СШ» and «СОШ» all become <c>сош школа</c>. The result starts and ends
/// with a space, so that a word can be looked for with its borders.
/// </para>
/// <para>
/// <see cref="Needles"/> turns a query into the pieces that must <em>each</em> occur in the folded text: a word matches from its
/// beginning («елаб» finds «Елабуга»), a short number only whole («2» does not find «12» or «20»), a number of
/// five digits or more from its beginning (official codes are typed that way).
/// </para>
/// </summary>
public static class SearchText
{
    const int ShortestCode = 5;

    static readonly HashSet<string> LegalForms =
    [
        .. (
            "моу мбоу маоу мкоу гоу гбоу гаоу гкоу чоу ноу аноо аноу ано боу аоу коу фгбоу фгкоу фгоу обоу огбоу огаоу огкоу кгбоу кгаоу кгкоу "
            + "мбнбоу мобу моау моку мсоу гобу гоау гоку чу "
            + "муниципальное государственное частное негосударственное федеральное областное краевое республиканское бюджетное автономное казенное "
            + "некоммерческое общеобразовательное образовательное учреждение организация"
        ).Split(' '),
    ];

    static readonly Dictionary<string, string> SchoolLevels = new(StringComparer.Ordinal)
    {
        ["средняя"] = "сош",
        ["средней"] = "сош",
        ["основная"] = "оош",
        ["основной"] = "оош",
        ["начальная"] = "нош",
        ["начальной"] = "нош",
    };

    static readonly HashSet<string> SchoolWords = ["школа", "школы", "школе", "школу", "школой"];

    /// <summary>The folded text for storing: <c>" сош школа 2 "</c>, or <c>" "</c> when nothing is left.</summary>
    public static string Fold(string? text)
    {
        var words = Normalise(text);
        return words.Count == 0 ? " " : $" {string.Join(' ', words)} ";
    }

    /// <summary>Pieces that must each be contained in a folded text for it to match the query; none means that all match.</summary>
    public static IReadOnlyList<string> Needles(string? query) =>
        [
            .. Normalise(query)
                .Distinct(StringComparer.Ordinal)
                .Select(word => char.IsAsciiDigit(word[0]) && word.Length < ShortestCode ? $" {word} " : $" {word}"),
        ];

    /// <summary>A person's name folded: words in lower case, ё→е, in one alphabet; no word is dropped, a family name may be «Но».</summary>
    public static string FoldName(string? name) => Split(name) is { Count: > 0 } words ? $" {string.Join(' ', words)} " : " ";

    /// <summary>Pieces that must each be contained in a folded name: every word from its beginning.</summary>
    public static IReadOnlyList<string> NameNeedles(string? query) =>
        [.. Split(query).Distinct(StringComparer.Ordinal).Select(word => " " + word)];

    /// <summary>Whether a folded text matches a query.</summary>
    public static bool Matches(string folded, string? query) =>
        Needles(query).All(needle => folded.Contains(needle, StringComparison.Ordinal));

    static List<string> Normalise(string? text)
    {
        var words = Split(text);
        var kept = new List<string>(words.Count + 1);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (IsNumberMark(word) && (i + 1 == words.Count || char.IsAsciiDigit(words[i + 1][0])))
                continue;
            if (SchoolLevels.TryGetValue(word, out var level) && EndsInSchool(words, i + 1, out var school))
            {
                kept.AddRange([level, "школа"]);
                i = school;
            }
            else if (word is "сош" or "сш")
                kept.AddRange(["сош", "школа"]);
            else if (word is "оош" or "нош")
                kept.AddRange([word, "школа"]);
            else if (SchoolWords.Contains(word))
                kept.Add("школа");
            else if (word is "имени")
                kept.Add("им");
            else if (word is not ("общеобразовательная" or "общеобразовательной") && !LegalForms.Contains(word))
                kept.Add(word);
        }
        return kept;
    }

    static bool EndsInSchool(List<string> words, int next, out int school)
    {
        school = next < words.Count && words[next].StartsWith("общеобразовательн", StringComparison.Ordinal) ? next + 1 : next;
        return school < words.Count && SchoolWords.Contains(words[school]);
    }

    static bool IsNumberMark(string word) => word is "№" or "n" or "no" or "номер" or "#";

    static List<string> Split(string? text)
    {
        var words = new List<string>();
        if (string.IsNullOrWhiteSpace(text))
            return words;
        var word = new StringBuilder();
        var was = Sort.Gap;
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            var now = SortOf(c);
            if (now != was && word.Length > 0)
                Close();
            was = now;
            if (now != Sort.Gap)
                word.Append(char.ToLowerInvariant(c) is var lower && lower == 'ё' ? 'е' : lower);
        }
        if (word.Length > 0)
            Close();
        return words;

        void Close()
        {
            words.Add(InOneAlphabet(word));
            word.Clear();
        }
    }

    enum Sort
    {
        Gap,
        Letter,
        Digit,
        Mark,
    }

    static Sort SortOf(char c) =>
        char.IsAsciiDigit(c) ? Sort.Digit
        : char.IsLetter(c) ? Sort.Letter
        : c is '№' or '#' ? Sort.Mark
        : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? Sort.Letter
        : Sort.Gap;

    static string InOneAlphabet(StringBuilder word)
    {
        var text = word.ToString();
        if (!text.Any(c => c is >= 'а' and <= 'я') || !text.Any(char.IsAsciiLetter))
            return text;
        return string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                const string latin = "aceopxykmthb";
                const string cyrillic = "асеорхукмтнв";
                for (var i = 0; i < from.Length; i++)
                    to[i] = latin.IndexOf(from[i], StringComparison.Ordinal) is var at and >= 0 ? cyrillic[at] : from[i];
            }
        );
    }
}
