using System.Buffers;

namespace Opora.Domain.Access;

/// <summary>A screen whose filters can be kept under a name.</summary>
public enum ViewScreen
{
    /// <summary>The register of schools.</summary>
    Schools,

    /// <summary>The panel of dynamics.</summary>
    Dynamics,

    /// <summary>The schools behind a number of the panel.</summary>
    DynamicsSchools,
}

/// <summary>
/// What the address of a screen may hold. A kept filter is shown to others as a link, so it is only ever the part of an address behind
/// «?», made of parameters that the screen knows: it cannot lead anywhere else.
/// </summary>
public static class ViewQuery
{
    /// <summary>Longest query.</summary>
    public const int Length = 2_000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("#?\\<>\"'` \t\r\n\0");

    private static readonly string[] DynamicsNames =
    [
        "year",
        "assessment",
        "subject",
        "grade",
        "sitting",
        "base",
        "category",
        "cohort",
        "groupBy",
        "municipality",
    ];

    private static readonly Dictionary<ViewScreen, string[]> Names = new()
    {
        [ViewScreen.Schools] =
        [
            "search",
            "municipality",
            "kind",
            "locality",
            "category",
            "cohort",
            "state",
            "starred",
            "withoutResults",
            "dynamics",
            "year",
            "assessment",
            "subject",
            "grade",
            "sort",
        ],
        [ViewScreen.Dynamics] = DynamicsNames,
        [ViewScreen.DynamicsSchools] = [.. DynamicsNames, "direction", "group", "sort"],
    };

    /// <summary>Names of the parameters of a screen.</summary>
    public static IReadOnlyList<string> NamesOf(ViewScreen screen) => Names[screen];

    /// <summary>Whether this is a query of the screen: <c>name=value&amp;…</c>, each name known and given once, values as addresses write them.</summary>
    public static bool Fits(ViewScreen screen, string query)
    {
        if (query.Length is 0 or > Length || query.AsSpan().ContainsAny(Forbidden) || query.Any(c => !char.IsAscii(c)))
            return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                return false;
            var name = pair[..at];
            if (!Names[screen].Contains(name, StringComparer.Ordinal) || !seen.Add(name))
                return false;
        }
        return true;
    }
}
