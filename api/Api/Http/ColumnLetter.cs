namespace Opora.Api.Http;

/// <summary>Names of columns as spreadsheets show them: A, B, …, Z, AA, …, XFD.</summary>
public static class ColumnLetter
{
    /// <summary>The index of XFD, the last column that Excel has.</summary>
    public const int Last = 16_383;

    /// <summary>The name of a column by its index from 0.</summary>
    public static string Of(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = index; rest >= 0; rest = rest / 26 - 1)
            letters[--at] = (char)('A' + rest % 26);
        return new(letters[at..]);
    }

    /// <summary>The index from 0 of a name, small letters allowed; null when it names no column up to <see cref="Last"/>.</summary>
    public static int? Index(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > 3)
            return null;
        var index = 0;
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetter(letter))
                return null;
            index = index * 26 + (letter & ~0x20) - 'A' + 1;
        }
        return index - 1 is var found and <= Last ? found : null;
    }
}
