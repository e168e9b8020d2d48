using System.Globalization;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>What a number format of Excel says of a cell, by its first section: the one of positive numbers.</summary>
/// <param name="IsPercent">Whether it shows per cent: an unquoted, unescaped <c>%</c>.</param>
/// <param name="Decimals">How many decimals it shows; null where it does not limit them or shows no plain number.</param>
readonly record struct NumberFormat(bool IsPercent, int? Decimals)
{
    // Means are kept in thousandths, shares in hundredths of a per cent.
    const int MostDecimals = 3;
    const int MostPercentDecimals = 2;

    // As many as a decimal has; Excel itself shows no more than 30.
    const int MostShown = 28;
    const string Digits = "0#?";

    /// <summary>Reads a format code; null and <c>General</c> limit nothing.</summary>
    public static NumberFormat Of(string? code)
    {
        if (code is null)
            return default;
        bool percent = false,
            plain = true,
            point = false,
            digit = false;
        var decimals = 0;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
            switch (code[i])
            {
                case '"':
                    i = SkipTo('"', i);
                    break;
                case '[':
                    // A section with a condition is not the one of every number.
                    plain &= i + 1 < code.Length && code[i + 1] is not ('<' or '>' or '=');
                    i = SkipTo(']', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    percent = true;
                    break;
                case '.':
                    point = true;
                    break;
                case var c when Digits.Contains(c, StringComparison.Ordinal):
                    digit = true;
                    decimals += point ? 1 : 0;
                    break;
                // A comma behind the digits shows thousands.
                case ',' when Behind(i):
                case 'E' or 'e' or '/' or 'G' or '@':
                    plain = false;
                    break;
            }
        return new NumberFormat(percent, plain && digit ? decimals : null);

        int SkipTo(char end, int from) => code.IndexOf(end, from + 1) is >= 0 and var at ? at : code.Length;

        bool Behind(int at)
        {
            var rest = code.AsSpan(at).TrimStart(',');
            return rest.IsEmpty || !Digits.Contains(rest[0], StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// The number as text. One with more decimals than can be kept, as formulas leave them (190/3), is read as the cell shows it; one
    /// that can be kept is read exactly, however little of it is shown.
    /// </summary>
    public string Text(double value)
    {
        var exact = CellText.Number(value, IsPercent);
        if (
            Decimals is not { } shown
            || exact.IndexOf('.', StringComparison.Ordinal) is var point
                && (point < 0 || exact.Length - point - 1 <= (IsPercent ? MostPercentDecimals : MostDecimals))
            || !decimal.TryParse(exact, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        )
            return exact;
        return decimal.Round(number, Math.Min(shown, MostShown), MidpointRounding.AwayFromZero)
            .ToString("0.############################", CultureInfo.InvariantCulture);
    }
}
