namespace Opora.Domain.Access;

/// <summary>Bytes as capital letters and the digits 2 to 7, without padding (RFC 4648, section 6): what people can type.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfLetter = 5;
    private const int BitsOfByte = 8;

    /// <summary>The text of these bytes; the last letter is filled with zero bits.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * BitsOfByte + BitsOfLetter - 1) / BitsOfLetter);
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << BitsOfByte) | value;
            for (bits += BitsOfByte; bits >= BitsOfLetter; bits -= BitsOfLetter)
                text.Append(Alphabet[(buffer >> (bits - BitsOfLetter)) & (Alphabet.Length - 1)]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[(buffer << (BitsOfLetter - bits)) & (Alphabet.Length - 1)]);
        return text.ToString();
    }
}
