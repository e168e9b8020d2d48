namespace Opora.Domain;

/// <summary>What a cell of a Russian table turned out to hold.</summary>
public enum NumberKind
{
    /// <summary>A number, exact in the asked number of decimals.</summary>
    Number,

    /// <summary>Empty, or one of the marks for «no data»: missing is not zero.</summary>
    Missing,

    /// <summary>No number at all, or too large for 18 digits.</summary>
    Invalid,

    /// <summary>A number with more decimals than may be kept exactly.</summary>
    TooManyDecimals,
}

/// <summary>A parsed number as a scaled integer.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Scaled">The number times ten to the power of the asked decimals; 0 unless <see cref="NumberKind.Number"/>.</param>
public readonly record struct ScaledNumber(NumberKind Kind, long Scaled);

/// <summary>
/// Numbers as they stand in Russian tables: «73,4», «73.4», «1 234,5» with ordinary, non-breaking or thin spaces, «-», «–», «н/д».
/// Results are integers scaled by a power of ten; nothing passes through binary floating point.
/// </summary>
public static class RussianNumber
{
    const int MostDigits = 18;

    /// <summary>Reads a number with at most <paramref name="decimals"/> decimals; zeros beyond them are harmless.</summary>
    /// <param name="text">The cell as it came.</param>
    /// <param name="decimals">How many decimals are kept, 0 to 9.</param>
    public static ScaledNumber Parse(ReadOnlySpan<char> text, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);
        text = Trim(text);
        if (IsMissing(text))
            return new(NumberKind.Missing, 0);

        var negative = text[0] is '-' or '−' or '–';
        if (negative || text[0] == '+')
            text = text[1..];

        long value = 0;
        int digits = 0,
            whole = 0,
            kept = 0;
        bool point = false,
            tooMany = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (!point)
                    whole++;
                else if (kept == decimals)
                {
                    tooMany |= c != '0';
                    continue;
                }
                else
                    kept++;
                if (value > long.MaxValue / 100)
                    return new(NumberKind.Invalid, 0);
                value = value * 10 + (c - '0');
            }
            else if (c is ',' or '.' && !point)
                point = true;
            else if (!(IsSpace(c) && !point && GroupsFrom(text, i)))
                return new(NumberKind.Invalid, 0);
        }
        if (digits == 0 || whole + decimals > MostDigits)
            return new(NumberKind.Invalid, 0);
        if (tooMany)
            return new(NumberKind.TooManyDecimals, 0);
        for (; kept < decimals; kept++)
            value *= 10;
        return new(NumberKind.Number, negative ? -value : value);
    }

    /// <summary>The same for a decimal that came as a JSON number.</summary>
    public static ScaledNumber Scale(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);
        if (decimal.Abs(value) >= 1_000_000_000)
            return new(NumberKind.Invalid, 0);
        var scaled = value * PowersOfTen[decimals];
        return scaled == decimal.Truncate(scaled) ? new(NumberKind.Number, (long)scaled) : new ScaledNumber(NumberKind.TooManyDecimals, 0);
    }

    /// <summary>Whether a cell says that there is no value: empty, dashes, «н/д», «#Н/Д», «нет», «нет данных».</summary>
    public static bool IsMissing(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        if (text.IsEmpty || text.TrimStart("-–—−").IsEmpty)
            return true;
        return text[0] is 'н' or 'Н' or '#' or 'n' or 'N'
            && (
                Is(text, "н/д")
                || Is(text, "#н/д")
                || Is(text, "n/a")
                || Is(text, "#n/a")
                || Is(text, "н.д.")
                || Is(text, "нд")
                || Is(text, "н/а")
                || Is(text, "нет")
                || Is(text, "нет данных")
                || Is(text, "не было")
            );
    }

    static readonly decimal[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsSpace(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsSpace(text[^1]))
            text = text[..^1];
        return text;
    }

    // A space inside a number only parts thousands: «12 345», never «73 4», where a lost comma would pass for 734.
    static bool GroupsFrom(ReadOnlySpan<char> text, int space)
    {
        var rest = text[(space + 1)..];
        return space is > 0
            && char.IsAsciiDigit(text[space - 1])
            && rest.Length >= 3
            && char.IsAsciiDigit(rest[0])
            && char.IsAsciiDigit(rest[1])
            && char.IsAsciiDigit(rest[2])
            && (rest.Length == 3 || !char.IsAsciiDigit(rest[3]));
    }
}
