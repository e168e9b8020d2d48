namespace Opora.Api.Features.Imports.Tables;

/// <summary>Rows of an NDJSON file: one object a line, one column a property.</summary>
sealed class NdjsonSource : RowSource
{
    readonly NdjsonLines _lines;
    readonly Dictionary<string, int> _columns;
    readonly string?[] _cells;
    readonly CellKind[] _kinds;
    readonly Action<string, string, CellKind> _take;
    string? _twice;

    public NdjsonSource(string path, NdjsonShape shape, TableLimits limits)
    {
        _lines = new(path, limits);
        _columns = shape.Names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        _cells = new string?[_columns.Count];
        _kinds = new CellKind[_columns.Count];
        _take = Take;
    }

    public override bool Read(TableRow row)
    {
        do if (!_lines.Read())
            return false;
        while (_lines.IsBlank);

        Array.Clear(_cells);
        _twice = null;
        var wrong = NdjsonLine.Walk(_lines.Line, _take) ?? (_twice is null ? null : $"Свойство «{_twice}» стоит в строке дважды.");
        row.Begin(_lines.Number, wrong is null ? _cells.Length : 0);
        if (wrong is not null)
            row.Problem = RowProblem.Unreadable(wrong, _lines.Line.Span);
        return true;
    }

    public override string Text(int column, ref CellKind kind)
    {
        kind = _cells[column] is null ? CellKind.Text : _kinds[column];
        return _cells[column] ?? "";
    }

    public override bool IsBlank(TableRow row) => row.Problem is null && Array.TrueForAll(_cells, string.IsNullOrWhiteSpace);

    public override void Dispose() => _lines.Dispose();

    void Take(string name, string value, CellKind kind)
    {
        if (!_columns.TryGetValue(name, out var column))
            return;
        if (_cells[column] is not null)
            _twice = name;
        _cells[column] = value;
        _kinds[column] = kind;
    }
}
