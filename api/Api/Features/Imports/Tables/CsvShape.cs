using System.Text;
using CsvHelper;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// What one fast pass over a CSV file tells before it is read: separator, size, and whether a quote was left open. An open quote
/// would swallow the rows after it without a word; such a file is read with every line break ending a row, so that only the rows with
/// the bad quotes are lost, and visibly.
/// </summary>
sealed record CsvShape(Encoding Encoding, char Delimiter, bool BreaksInQuotes, int Rows, int Columns)
{
    const int SampleChars = 1 << 17;
    const int SampleRecords = 60;

    /// <summary>Likelier separators first: at equal evidence a comma is a decimal comma.</summary>
    static readonly char[] Candidates = ['\t', ';', ',', '|'];

    public static CsvShape Of(string path, Encoding encoding, TableLimits limits)
    {
        var delimiter = DelimiterOf(path, encoding);
        return Scan(path, new(encoding, delimiter, true, 0, 0), limits) ?? Scan(path, new(encoding, delimiter, false, 0, 0), limits)!;
    }

    public CsvReader Open(string path, TableLimits limits, Action<CsvMalformedRecord> onMalformed) =>
        CsvReader.Create(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan),
            new()
            {
                Separator = Delimiter,
                Encoding = Encoding,
                HasHeader = false,
                SkipEmptyLines = false,
                TrackLineNumbers = true,
                AllowLineBreaksInQuotes = BreaksInQuotes,
                MaxRecordSize = limits.MaxRecordBytes,
                OnMalformedRecord = onMalformed,
            },
            leaveOpen: false
        );

    /// <summary>Whether the current record holds nothing but white space.</summary>
    public static bool IsBlank(CsvReader reader, char delimiter)
    {
        var raw = reader.RawRecord;
        var content = raw.IndexOfAnyExcept([(byte)delimiter, (byte)' ', (byte)'\t', (byte)'"', (byte)'\r', (byte)'\n']);
        if (content < 0)
            return true;
        if (raw[content] < 0x80)
            return false;
        for (var i = 0; i < reader.FieldCount; i++)
            if (CellText.Trim(reader.GetString(i)).Length > 0)
                return false;
        return true;
    }

    // Null when quotes that may hold line breaks lead astray.
    static CsvShape? Scan(string path, CsvShape shape, TableLimits limits)
    {
        var astray = false;
        using var reader = shape.Open(
            path,
            limits,
            bad =>
                astray |=
                    bad.Reason == CsvMalformedReason.UnterminatedQuote
                    || (bad.Reason == CsvMalformedReason.TextAfterClosingQuote && BreaksLine(bad))
        );
        int rows = 0,
            columns = 0;
        var filled = false;
        try
        {
            while (reader.Read())
            {
                if (astray && shape.BreaksInQuotes)
                    return null;
                columns = Math.Max(columns, reader.FieldCount);
                filled = filled || !IsBlank(reader, shape.Delimiter);
                if (++rows > limits.MaxRows)
                    throw TableUnreadable.TooLarge(
                        $"В файле больше {TableUnreadable.Count(limits.MaxRows)} строк. Разделите таблицу на несколько файлов."
                    );
            }
        }
        catch (CsvFormatException) when (shape.BreaksInQuotes)
        {
            return null;
        }
        catch (CsvFormatException e)
        {
            throw TableUnreadable.Broken($"Строка {e.LineNumber} слишком длинная для строки таблицы.", e);
        }
        return columns <= limits.MaxColumns
            ? shape with
            {
                Rows = rows,
                Columns = filled ? columns : 0,
            }
            : throw TableUnreadable.Broken(
                $"В файле {TableUnreadable.Count(columns)} столбцов, а в Excel их не бывает больше {TableUnreadable.Count(limits.MaxColumns)}."
            );
    }

    static bool BreaksLine(CsvMalformedRecord bad) => bad.RawRecord is { } raw && raw.AsSpan().ContainsAny('\r', '\n');

    static char DelimiterOf(string path, Encoding encoding)
    {
        using var file = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[SampleChars];
        var read = file.ReadBlock(buffer, 0, buffer.Length);
        var sample = new string(buffer, 0, read);
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n')
            return sample[4];
        if (read == buffer.Length)
            sample = sample[..(sample.LastIndexOf('\n') + 1)];
        var best = (Delimiter: ';', Share: 0.0);
        foreach (var candidate in Candidates)
            if (Regularity(sample, candidate) is var share && share > best.Share)
                best = (candidate, share);
        return best.Delimiter;
    }

    // The share of records that have the most usual number of fields, when that is more than one.
    static double Regularity(string sample, char delimiter)
    {
        using var reader = CsvReader.FromText(sample, new() { Separator = delimiter, HasHeader = false });
        var counts = new Dictionary<int, int>();
        var records = 0;
        while (records < SampleRecords && reader.Read())
        {
            records++;
            counts[reader.FieldCount] = counts.GetValueOrDefault(reader.FieldCount) + 1;
        }
        return counts.Where(c => c.Key > 1).Select(c => (double)c.Value / records).DefaultIfEmpty(0).Max();
    }
}
