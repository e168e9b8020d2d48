namespace Opora.Domain;

/// <summary>The known name that a misspelt one most likely means.</summary>
public static class NearestName
{
    /// <summary>The nearest name when at most half of it is wrong, else null.</summary>
    public static string? Of(string unknown, IEnumerable<string> known)
    {
        var (nearest, least) = ((string?)null, int.MaxValue);
        foreach (var name in known)
            if (Distance(unknown, name) is var distance && distance < least)
                (nearest, least) = (name, distance);
        return least <= nearest?.Length / 2 ? nearest : null;
    }

    // Levenshtein's distance, case ignored.
    static int Distance(string a, string b)
    {
        // Only short names are known: what is far longer than they are is none of them, and costs nothing to find out.
        if (a.Length > 2 * b.Length)
            return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[b.Length];
    }
}
