using CsvHelper;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Rows of a CSV or TSV file.</summary>
sealed class CsvSource : RowSource
{
    static readonly RowProblem BadQuotes = new(
        "row-unreadable",
        "В строке не закрыта кавычка, поэтому границы ячеек неизвестны. Закройте или удвойте кавычку."
    );

    readonly CsvReader _reader;
    readonly byte _delimiter;
    bool _malformed;

    public CsvSource(string path, CsvShape shape, TableLimits limits)
    {
        _delimiter = (byte)shape.Delimiter;
        _reader = shape.Open(
            path,
            limits,
            bad => _malformed |= bad.Reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote
        );
    }

    public override bool Read(TableRow row)
    {
        _malformed = false;
        if (!_reader.Read())
            return false;
        row.Begin((int)_reader.LineNumber, _malformed ? 0 : _reader.FieldCount);
        if (_malformed)
            row.Problem = BadQuotes;
        return true;
    }

    public override string Text(int column, ref CellKind kind) => _reader.GetString(column);

    public override bool IsBlank(TableRow row)
    {
        var raw = _reader.RawRecord;
        var content = raw.IndexOfAnyExcept([_delimiter, (byte)' ', (byte)'\t', (byte)'"', (byte)'\r', (byte)'\n']);
        if (content < 0)
            return true;
        if (raw[content] < 0x80)
            return false;
        for (var i = 0; i < row.Count; i++)
            if (CellText.Trim(row[i]).Length > 0)
                return false;
        return true;
    }

    public override void Dispose() => _reader.Dispose();
}
