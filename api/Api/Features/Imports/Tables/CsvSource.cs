using CsvHelper;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Rows of a CSV or TSV file.</summary>
sealed class CsvSource : RowSource
{
    const string BadQuotes = "В строке не закрыта кавычка, поэтому границы ячеек неизвестны. Закройте или удвойте кавычку.";

    readonly CsvReader _reader;
    readonly char _delimiter;
    bool _malformed;

    public CsvSource(string path, CsvShape shape, TableLimits limits)
    {
        _delimiter = shape.Delimiter;
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
            row.Problem = RowProblem.Unreadable(BadQuotes, _reader.RawRecord);
        return true;
    }

    public override string Text(int column, ref CellKind kind) => _reader.GetString(column);

    public override bool IsBlank(TableRow row) => CsvShape.IsBlank(_reader, _delimiter);

    public override void Dispose() => _reader.Dispose();
}
