using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Words of tables as members of enums: names as on the wire, abbreviations, and the beginnings of Russian words.</summary>
internal static class SchoolWords
{
    // Looked for in this order: «вечерняя средняя школа» is an evening school, «начальная школа – детский сад» a primary one.
    private static readonly (string Word, SchoolKind Kind)[] Kinds =
    [
        ("вечерн", SchoolKind.Evening),
        ("сменн", SchoolKind.Evening),
        ("коррекц", SchoolKind.Special),
        ("специальн", SchoolKind.Special),
        ("интернат", SchoolKind.Boarding),
        ("гимнази", SchoolKind.Gymnasium),
        ("лице", SchoolKind.Lyceum),
        ("нош", SchoolKind.Primary),
        ("начальн", SchoolKind.Primary),
        ("оош", SchoolKind.Basic),
        ("основн", SchoolKind.Basic),
        ("сош", SchoolKind.Secondary),
        ("сш", SchoolKind.Secondary),
        ("средн", SchoolKind.Secondary),
        ("друг", SchoolKind.Other),
        ("ино", SchoolKind.Other),
        ("проч", SchoolKind.Other),
    ];

    private static readonly string[] LowResults = ["шнор", "шнро", "шно", "низк", "lowresults"];
    private static readonly string[] Adverse = ["шнсу", "шфнсу", "шссу", "неблагопр", "сложн", "adverseconditions"];

    /// <summary>The kind that a cell names, or null.</summary>
    public static SchoolKind? Kind(string text)
    {
        if (Enum.TryParse<SchoolKind>(text, ignoreCase: true, out var named) && !char.IsAsciiDigit(text[0]))
            return named;
        var lower = text.ToLowerInvariant();
        foreach (var (word, kind) in Kinds)
            if (WordBegins(lower, word))
                return kind;
        return null;
    }

    /// <summary>Town or village, or null.</summary>
    public static Locality? Locality(string text)
    {
        var lower = text.ToLowerInvariant();
        if (WordBegins(lower, "сел") || WordBegins(lower, "дерев") || lower is "с" or "с." or "rural")
            return Domain.Places.Locality.Rural;
        if (WordBegins(lower, "гор") || WordBegins(lower, "пгт") || lower is "г" or "г." or "urban")
            return Domain.Places.Locality.Urban;
        return null;
    }

    /// <summary>The category that a cell names, in the common words or in those of the regions; or null.</summary>
    public static SupportCategory? Category(string text, IReadOnlyCollection<string> lowLabels, IReadOnlyCollection<string> adverseLabels)
    {
        var lower = text.ToLowerInvariant().Replace('ё', 'е');
        if (lower is "both" || WordBegins(lower, "обе") || WordBegins(lower, "оба"))
            return SupportCategory.Both;
        var low = Names(lower, LowResults, lowLabels);
        var adverse = Names(lower, Adverse, adverseLabels);
        return (low, adverse) switch
        {
            (true, true) => SupportCategory.Both,
            (true, false) => SupportCategory.LowResults,
            (false, true) => SupportCategory.AdverseConditions,
            _ => null,
        };
    }

    /// <summary>A municipality's name without the words that people leave out: «Елабужский муниципальный район» and «Елабужский р-н».</summary>
    public static string PlaceName(string name)
    {
        string[] left =
        [
            "муниципальный",
            "муниципальное",
            "район",
            "р",
            "н",
            "образование",
            "городской",
            "округ",
            "город",
            "г",
            "мр",
            "мо",
            "го",
        ];
        var words = SearchText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(left, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    private static bool Names(string text, string[] words, IReadOnlyCollection<string> labels) =>
        Array.Exists(words, w => WordBegins(text, w)) || labels.Any(l => WordBegins(text, l.ToLowerInvariant()));

    private static bool WordBegins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return true;
        return false;
    }
}
