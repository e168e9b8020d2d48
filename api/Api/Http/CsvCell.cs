using System.Text.RegularExpressions;

namespace Opora.Api.Http;

/// <summary>One cell of a table of separated values. Every export writes texts through here.</summary>
public static partial class CsvCell
{
    /// <summary>
    /// The text, quoted where it must be. What Excel or LibreOffice would take for a formula gets a leading apostrophe; a plain number,
    /// negative ones too, stays a number.
    /// </summary>
    public static string Of(string? text, char separator)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (BeginsFormula(text[0]) && !PlainNumber().IsMatch(text))
            text = "'" + text;
        return text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The wide forms are read as the plain ones where people write Chinese or Japanese, and after pasting.
    private static bool BeginsFormula(char first) =>
        first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex PlainNumber();
}
