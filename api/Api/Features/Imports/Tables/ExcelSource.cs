using System.Globalization;
using ExcelDataReader;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Cells that are merged into one: rows and columns from 0, both ends included.</summary>
readonly record struct MergedCells(int FromRow, int ToRow, int FromColumn, int ToColumn);

/// <summary>
/// Rows of a workbook's sheet. A cell merged downwards lends its value to the rows that it covers, because people read it there too;
/// one merged to the right does not, for that is how titles are made.
/// </summary>
sealed class ExcelSource : RowSource
{
    readonly IExcelDataReader _reader;
    readonly Dictionary<int, NumberFormat> _formats = [];
    readonly MergedCells[] _downwards;
    readonly List<(MergedCells Cells, string Value, CellKind Kind)> _lent = [];
    readonly CellOverrides _overrides;
    readonly IReadOnlyDictionary<int, List<(int Column, string Error)>>? _errors;
    readonly Func<bool> _read;
    int _nextMerge;
    int _rowIndex = -1;

    /// <param name="reader">Stands at the sheet; disposed with this.</param>
    /// <param name="errors">Those of the workbook.</param>
    /// <param name="overrides">For merged cells, which lend the corrected value.</param>
    public ExcelSource(IExcelDataReader reader, ErrorCells errors, CellOverrides overrides)
    {
        _reader = reader;
        _read = reader.Read;
        _errors = errors.Of(reader.Name);
        _overrides = overrides;
        Merged = [.. (reader.MergeCells ?? []).Select(m => new MergedCells(m.FromRow, m.ToRow, m.FromColumn, m.ToColumn))];
        _downwards = [.. Merged.Where(m => m.ToRow > m.FromRow).OrderBy(m => m.FromRow)];
    }

    public IReadOnlyList<MergedCells> Merged { get; }

    public override bool Read(TableRow row)
    {
        if (!ExcelBook.Guard(_read))
            return false;
        _rowIndex = _reader.Depth;
        row.Begin(_rowIndex + 1, _reader.FieldCount);
        if (_errors is not null && _errors.TryGetValue(_rowIndex, out var errors))
            foreach (var (column, error) in errors)
                row.Set(column, error, CellKind.Error, own: true);
        Lend(row);
        return true;
    }

    public override string Text(int column, ref CellKind kind)
    {
        switch (_reader.GetValue(column))
        {
            case null:
                return "";
            case string text:
                return text;
            case double number:
                var format = Format(column);
                kind = format.IsPercent ? CellKind.Percent : CellKind.Number;
                return format.Text(number);
            case int number:
                kind = CellKind.Number;
                return number.ToString(CultureInfo.InvariantCulture);
            case DateTime moment:
                kind = CellKind.Date;
                return CellText.Date(moment);
            case TimeSpan time:
                kind = CellKind.Date;
                return time.ToString("c", CultureInfo.InvariantCulture);
            case bool truth:
                kind = CellKind.Boolean;
                return truth ? "ИСТИНА" : "ЛОЖЬ";
            case var other:
                return Convert.ToString(other, CultureInfo.InvariantCulture) ?? "";
        }
    }

    public override bool IsBlank(TableRow row)
    {
        for (var i = 0; i < _reader.FieldCount; i++)
            if (_reader.GetValue(i) is { } value && (value is not string text || CellText.Trim(text).Length > 0))
                return false;
        return true;
    }

    public override void Dispose() => _reader.Dispose();

    void Lend(TableRow row)
    {
        _lent.RemoveAll(l => l.Cells.ToRow < _rowIndex);
        foreach (var (cells, value, kind) in _lent)
            row.Set(cells.FromColumn, value, kind, own: false);
        for (; _nextMerge < _downwards.Length && _downwards[_nextMerge].FromRow <= _rowIndex; _nextMerge++)
            if (_downwards[_nextMerge] is var cells && cells.FromRow == _rowIndex)
                _lent.Add(
                    _overrides.Value(_rowIndex + 1, cells.FromColumn) is { } given
                        ? (cells, given, CellKind.Text)
                        : (cells, row[cells.FromColumn], row.Kind(cells.FromColumn))
                );
    }

    NumberFormat Format(int column)
    {
        var index = _reader.GetNumberFormatIndex(column);
        if (!_formats.TryGetValue(index, out var format))
            _formats.Add(index, format = NumberFormat.Of(_reader.GetNumberFormatString(column)));
        return format;
    }
}
