using System.Collections.Frozen;
using Opora.Domain;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Headers of a kind's fields, folded so that case, ё, hyphens, underscores and spaces make no difference.</summary>
sealed class FieldWords
{
    static readonly FieldWords[] All = [.. Enum.GetValues<ImportKind>().Select(k => new FieldWords(FieldCatalog.Of(k)))];

    // A header with one of these is about something else, however many known words stand around it.
    static readonly FrozenSet<string> Foreign = (
        "динамика динамики изменение изменения прирост рейтинг ранг место разница отклонение качество успеваемость план прогноз цель примечание "
        + "dynamics change rank note target"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    readonly FrozenDictionary<string, int> _exact;
    readonly (string[] Words, int Field)[] _loose;

    FieldWords(FieldCatalog catalog)
    {
        var known = catalog
            .Fields.SelectMany(f => f.Words.Prepend(f.Label).Prepend(f.Name), (f, text) => (Words: Split(text), f.Index))
            .ToList();
        _exact = known
            .DistinctBy(k => Squeeze(k.Words), StringComparer.Ordinal)
            .ToFrozenDictionary(k => Squeeze(k.Words), k => k.Index, StringComparer.Ordinal);
        _loose = [.. known.Where(k => k.Words.Length > 1 || (k.Words.Length == 1 && k.Words[0].Length >= 5))];
    }

    public static FieldWords Of(ImportKind kind) => All[(int)kind];

    /// <summary>Whether a cell is a header of some field of some kind.</summary>
    public static bool IsKnown(string text)
    {
        if (text.Length > 80)
            return false;
        var words = Split(text);
        return words.Length > 0 && All.Any(a => a.Exact(words) is not null);
    }

    /// <summary>The words of a header; a per cent sign counts as one.</summary>
    public static string[] Split(string header)
    {
        var words = SearchText
            .Fold(header.Replace("%", " процент ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Folding drops legal forms, and some headers are nothing else: «Общеобразовательная организация».
        return words.Length > 0 || !header.Any(char.IsLetter)
            ? words
            : header.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The field that has exactly this header.</summary>
    public int? Exact(ReadOnlySpan<string> words) => _exact.TryGetValue(Squeeze(words), out var field) ? field : null;

    /// <summary>The field whose header is contained in a longer one: «Полное наименование школы по уставу».</summary>
    public int? Loose(IReadOnlyCollection<string> words)
    {
        if (words.Any(Foreign.Contains))
            return null;
        (int Field, int Words)? best = null;
        foreach (var (known, field) in _loose)
            if (known.Length > (best?.Words ?? 0) && words.Count <= known.Length + 5 && Array.TrueForAll(known, words.Contains))
                best = (field, known.Length);
        return best?.Field;
    }

    static string Squeeze(ReadOnlySpan<string> words) => string.Concat(words);
}
