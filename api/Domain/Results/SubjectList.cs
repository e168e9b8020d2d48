namespace Opora.Domain.Results;

/// <summary>A few subjects in one column: their codes with a space around each, so that one is looked for with its borders.</summary>
public static class SubjectList
{
    /// <summary>Longest text: all subjects of the catalogue.</summary>
    public const int Length = 400;

    /// <summary>The text of these codes, each once; <c>" "</c> of none.</summary>
    public static string Text(IReadOnlyCollection<string> codes) =>
        codes.Count == 0 ? " " : $" {string.Join(' ', codes.Distinct(StringComparer.Ordinal))} ";

    /// <summary>The codes of a text.</summary>
    public static IReadOnlyList<string> Of(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
