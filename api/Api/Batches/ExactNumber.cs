namespace Opora.Api.Batches;

/// <summary>How a number of the sender fits what is stored.</summary>
internal enum NumberFit
{
    /// <summary>Exactly.</summary>
    Fits,

    /// <summary>It has more decimals than are kept; nothing is rounded in silence.</summary>
    TooManyDecimals,

    /// <summary>It has more digits than anything that is stored.</summary>
    TooLarge,
}

/// <summary>Reads a JSON number as a whole number of thousandths, hundredths or ones: exactly, without binary or rounded decimals.</summary>
internal static class ExactNumber
{
    private const int MostDigits = 9;
    private const int MostExponent = 1_000_000;

    /// <summary>Reads a token that is known to be a JSON number.</summary>
    /// <param name="token">Its text.</param>
    /// <param name="decimals">How many decimals are kept.</param>
    /// <param name="scaled">The number times ten to the power of <paramref name="decimals"/>.</param>
    public static NumberFit Read(ReadOnlySpan<byte> token, int decimals, out int scaled)
    {
        scaled = 0;
        var exponent = 0;
        if (token.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var e)
        {
            exponent = Exponent(token[(e + 1)..]);
            token = token[..e];
        }
        var negative = token[0] == '-';
        // The value is digits × 10^exponent; zeros at either end of the digits go into the exponent.
        long digits = 0;
        int count = 0,
            zeros = 0;
        var fraction = false;
        foreach (var character in negative ? token[1..] : token)
        {
            if (character == '.')
            {
                fraction = true;
                continue;
            }
            if (fraction)
                exponent--;
            if (character == '0')
            {
                zeros++;
                continue;
            }
            if (count > 0)
                (count, digits) = Append(count, digits, zeros);
            zeros = 0;
            (count, digits) = (count + 1, count < MostDigits ? digits * 10 + (character - '0') : digits);
        }
        if (count == 0)
            return NumberFit.Fits;
        var shift = exponent + zeros + decimals;
        if (shift < 0)
            return NumberFit.TooManyDecimals;
        if (count + shift > MostDigits)
            return NumberFit.TooLarge;
        for (; shift > 0; shift--)
            digits *= 10;
        scaled = (int)(negative ? -digits : digits);
        return NumberFit.Fits;
    }

    private static (int Count, long Digits) Append(int count, long digits, int zeros)
    {
        for (; zeros > 0; zeros--, count++)
            if (count < MostDigits)
                digits *= 10;
        return (count, digits);
    }

    private static int Exponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var value = 0;
        foreach (var character in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
            value = Math.Min(value * 10 + (character - '0'), MostExponent);
        return negative ? -value : value;
    }
}
