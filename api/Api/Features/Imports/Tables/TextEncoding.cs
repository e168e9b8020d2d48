using System.Buffers;
using System.Text;
using Unicode = System.Text.Unicode;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// In which encoding a text file is. A byte order mark decides; without one the whole file is checked, not its beginning: a header
/// in Latin letters says nothing about the Cyrillic names far below it.
/// </summary>
static class TextEncoding
{
    const int ChunkBytes = 1 << 20;
    const int SampleBytes = 1 << 16;
    const string Frequent = "оеаинтсрвлк";
    const string Signs = "№«»–—“”„‘’…§°±×·•\u00A0\u00AD";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Finds the encoding of a stream that stands at its start.</summary>
    /// <exception cref="TableUnreadable">The bytes are no text, or text in no encoding known here, or in two at once.</exception>
    public static Encoding Of(Stream file)
    {
        var chunk = new byte[ChunkBytes];
        var read = file.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        var marked = OfMark(chunk.AsSpan(0, read));
        if (marked is not (null or UTF8Encoding))
            return marked;
        if (WideWithoutMark(chunk.AsSpan(0, Math.Min(read, SampleBytes))) is { } wide)
            return wide;
        ThrowIfBinary(chunk.AsSpan(0, Math.Min(read, SampleBytes)));
        return Scan(file, chunk, read, marked is not null);
    }

    static Encoding? OfMark(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Utf8
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    // In UTF-16 the upper byte of Latin and Cyrillic letters is 0 or 4, and digits and separators make sure that there are zeros.
    static Encoding? WideWithoutMark(ReadOnlySpan<byte> start)
    {
        int even = 0,
            odd = 0,
            zeros = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] is 0 or 4 ? 1 : 0;
            odd += start[i + 1] is 0 or 4 ? 1 : 0;
            zeros += start[i] == 0 || start[i + 1] == 0 ? 1 : 0;
        }
        var pairs = start.Length / 2;
        if (zeros * 20 < pairs || pairs < 4)
            return null;
        return odd * 10 > pairs * 9 && even * 2 < pairs ? Encoding.Unicode
            : even * 10 > pairs * 9 && odd * 2 < pairs ? Encoding.BigEndianUnicode
            : null;
    }

    static void ThrowIfBinary(ReadOnlySpan<byte> start)
    {
        var control = 0;
        foreach (var b in start)
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A) ? 1 : 0;
        if (control * 200 > start.Length)
            throw TableUnreadable.Broken("Это не таблица и не текст.");
    }

    static Encoding Scan(Stream file, byte[] chunk, int read, bool marked)
    {
        var letters = 0L;
        var kept = 0;
        while (true)
        {
            var bytes = chunk.AsSpan(0, kept + read);
            var last = bytes.Length < chunk.Length;
            var whole = bytes[..^UnfinishedTail(bytes)];
            if (!Unicode.Utf8.IsValid(whole))
                return marked || letters > 16 ? throw Mixed() : OldCyrillic(Sample(bytes));
            letters += LeadBytes(whole);
            if (last)
                return letters == 0 && whole.Length < bytes.Length && !marked ? OldCyrillic(Sample(bytes)) : Utf8;
            kept = bytes.Length - whole.Length;
            bytes[whole.Length..].CopyTo(chunk);
            read = file.ReadAtLeast(chunk.AsSpan(kept), chunk.Length - kept, throwOnEndOfStream: false);
        }
    }

    static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        return bytes.Slice(first, Math.Min(SampleBytes, bytes.Length - first));
    }

    static TableUnreadable Mixed() =>
        TableUnreadable.UnknownEncoding(
            "В файле смешаны две кодировки текста. Сохраните таблицу из Excel как «Книга Excel (.xlsx)» или «CSV UTF-8» и загрузите снова."
        );

    static long LeadBytes(ReadOnlySpan<byte> bytes)
    {
        var count = 0L;
        foreach (var b in bytes)
            count += b >= 0xC2 ? 1 : 0;
        return count;
    }

    // How many bytes at the end begin a character that the next chunk goes on with.
    static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return
                    (
                        b >= 0xF0 ? 4
                        : b >= 0xE0 ? 3
                        : 2
                    ) > back
                    ? back
                    : 0;
        }
        return 0;
    }

    static Encoding OldCyrillic(ReadOnlySpan<byte> sample)
    {
        if (MostlyUtf8(sample))
            throw Mixed();
        (Encoding Encoding, double Score) best = (Utf8, 0);
        foreach (var (name, trust) in ((string, double)[])[("windows-1251", 1.15), ("ibm866", 1), ("koi8-r", 1)])
        {
            var encoding = Encoding.GetEncoding(name);
            var score = Plausibility(encoding.GetString(sample)) * trust;
            if (score > best.Score)
                best = (encoding, score);
        }
        return best.Score >= 0.6
            ? best.Encoding
            : throw TableUnreadable.UnknownEncoding(
                "Не удалось узнать кодировку текста. Сохраните таблицу из Excel как «Книга Excel (.xlsx)» или «CSV UTF-8» и загрузите снова."
            );
    }

    static bool MostlyUtf8(ReadOnlySpan<byte> sample)
    {
        int good = 0,
            bad = 0;
        for (var rest = sample; !rest.IsEmpty; )
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var used);
            good += status == OperationStatus.Done && used > 1 ? 1 : 0;
            bad += status == OperationStatus.InvalidData ? 1 : 0;
            rest = rest[used..];
        }
        return good > 4 && good > bad * 2;
    }

    // How much the non-Latin part of a text looks like Russian, about 0 to 1.3: frequent letters, small ones after a first capital, few odd signs.
    static double Plausibility(string text)
    {
        double score = 0;
        var signs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
                continue;
            signs++;
            var lower = char.ToLowerInvariant(c);
            if (lower is (>= 'а' and <= 'я') or 'ё')
                score +=
                    (Frequent.Contains(lower, StringComparison.Ordinal) ? 1.3 : 0.7)
                    - (c != lower && i > 0 && text[i - 1] is (>= 'а' and <= 'я') ? 1.5 : 0);
            else
                score += Signs.Contains(c, StringComparison.Ordinal) ? 0.8 : -1.5;
        }
        return signs == 0 ? 0 : score / signs;
    }
}
