using System.Buffers;

namespace Opora.Api.Http;

/// <summary>Text with nothing in it that no database or workbook can hold.</summary>
static class StorableText
{
    static readonly SearchValues<char> Suspicious = SearchValues.Create(
        string.Concat(
            Enumerable
                .Range(0, 0x20)
                .Where(c => c is not ('\t' or '\n' or '\r'))
                .Concat(Enumerable.Range(0xD800, 0x800))
                .Append(0xFFFE)
                .Append(0xFFFF)
                .Select(c => (char)c)
        )
    );

    /// <summary>Control characters and halves of surrogate pairs become �, which is seen and can be stored.</summary>
    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAny(Suspicious);
        if (at < 0)
            return text;
        var clean = text.ToCharArray();
        for (var i = at; i < clean.Length; i++)
            if (char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1]))
                i++;
            else if (Suspicious.Contains(clean[i]))
                clean[i] = '\uFFFD';
        return new(clean);
    }
}
