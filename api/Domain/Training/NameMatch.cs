namespace Opora.Domain.Training;

/// <summary>Whom a written name means: names folded by <see cref="SearchText.FoldName"/>, words in any order, given names as initials.</summary>
public static class NameMatch
{
    /// <summary>Those of exactly this name; without any, those whose family name is written out and whose other words agree.</summary>
    /// <param name="name">The folded name that was written.</param>
    /// <param name="known">Those it may mean.</param>
    /// <param name="nameOf">The folded full name of one of them, family name first.</param>
    public static (bool Exact, IReadOnlyList<T> Found) Of<T>(string name, IEnumerable<T> known, Func<T, string> nameOf)
    {
        var words = Words(name);
        if (words.Length == 0)
            return (false, []);
        var all = known.Select(k => (One: k, Words: Words(nameOf(k)))).ToList();
        List<T> same = [.. all.Where(k => IsSame(words, k.Words)).Select(k => k.One)];
        return same.Count > 0 ? (true, same) : (false, [.. all.Where(k => MayBe(words, k.Words)).Select(k => k.One)]);
    }

    /// <summary>A folded name with its words in one order: «Анна Образцова» and «Образцова Анна» have the same.</summary>
    public static string Key(string folded) => string.Join(' ', Words(folded).Order(StringComparer.Ordinal));

    private static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSame(string[] a, string[] b) =>
        a.Length == b.Length && a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    // The family name must be there; of the rest each word written must begin a further word of the name, or be begun by it.
    private static bool MayBe(string[] written, string[] full)
    {
        if (full.Length == 0 || !written.Contains(full[0], StringComparer.Ordinal))
            return false;
        var rest = full.Skip(1).ToList();
        foreach (var word in written.Where(w => w != full[0]))
        {
            var at = rest.FindIndex(r => r.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(r, StringComparison.Ordinal));
            if (at < 0)
                return rest.Count == 0;
            rest.RemoveAt(at);
        }
        return true;
    }
}
