using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

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
    readonly Dictionary<int, bool> _percentFormats = [];
    readonly MergedCells[] _downwards;
    readonly List<(MergedCells Cells, string Value, CellKind Kind)> _lent = [];
    int _nextMerge;
    int _rowIndex = -1;

    readonly CellOverrides _overrides;
    readonly IReadOnlyDictionary<int, List<(int Column, string Error)>>? _errors;

    ExcelSource(IExcelDataReader reader, ErrorCells errors, CellOverrides overrides)
    {
        _reader = reader;
        _errors = errors.Of(reader.Name);
        _overrides = overrides;
        Merged = [.. (reader.MergeCells ?? []).Select(m => new MergedCells(m.FromRow, m.ToRow, m.FromColumn, m.ToColumn))];
        _downwards = [.. Merged.Where(m => m.ToRow > m.FromRow).OrderBy(m => m.FromRow)];
    }

    public IReadOnlyList<MergedCells> Merged { get; }

    /// <summary>Lists the sheets of a workbook.</summary>
    public static IReadOnlyList<TableSheet> Sheets(string path)
    {
        using var reader = Open(path);
        var sheets = new List<TableSheet>();
        Guard(() =>
        {
            if (reader.ResultsCount == 0)
                throw TableUnreadable.Broken("В книге Excel нет листов.");
            do sheets.Add(
                new(
                    reader.Name ?? $"Лист {sheets.Count + 1}",
                    reader.RowCount,
                    reader.FieldCount,
                    !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase)
                )
            );
            while (reader.NextResult());
            return true;
        });
        return sheets;
    }

    public static ExcelSource OfSheet(string path, int index, ErrorCells errors, CellOverrides overrides)
    {
        var reader = Open(path);
        try
        {
            return Guard(() =>
            {
                for (var i = 0; i < index; i++)
                    reader.NextResult();
                return new ExcelSource(reader, errors, overrides);
            });
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public override bool Read(TableRow row)
    {
        if (!Guard(_reader.Read))
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
                kind = IsPercent(column) ? CellKind.Percent : CellKind.Number;
                return CellText.Number(number, kind == CellKind.Percent);
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

    bool IsPercent(int column)
    {
        var index = _reader.GetNumberFormatIndex(column);
        if (!_percentFormats.TryGetValue(index, out var percent))
            _percentFormats.Add(index, percent = CellText.IsPercentFormat(_reader.GetNumberFormatString(column)));
        return percent;
    }

    static IExcelDataReader Open(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            return Guard(() => ExcelReaderFactory.CreateReader(file, new() { FallbackEncoding = Encoding.GetEncoding("windows-1251") }));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // A broken workbook fails inside the reader in as many ways as it can be broken; whatever it is, the file is what is wrong.
    static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw TableUnreadable.Encrypted(e);
        }
        catch (Exception e) when (e is not (TableUnreadable or OutOfMemoryException or OperationCanceledException))
        {
            throw TableUnreadable.Broken("Книга Excel повреждена. Откройте её в Excel и сохраните заново как .xlsx.", e);
        }
    }
}
