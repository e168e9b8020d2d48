namespace Opora.Domain.Training.Diagnostics;

/// <summary>A few deficits in one column: their codes with a space around each, so that one is looked for with its borders.</summary>
public static class DeficitList
{
    /// <summary>Most deficits in one column.</summary>
    public const int Most = 30;

    /// <summary>Longest text.</summary>
    public const int Length = (Deficit.CodeLength + 1) * Most + 1;

    /// <summary>The text of these codes, each once; <c>" "</c> of none.</summary>
    public static string Text(IReadOnlyCollection<string> codes) =>
        codes.Count == 0 ? " " : $" {string.Join(' ', codes.Distinct(StringComparer.Ordinal))} ";

    /// <summary>The codes of a text.</summary>
    public static IReadOnlyList<string> Of(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
