using System.Text;
using Opora.Api.Http;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>A line of the file that could not be taken apart into cells.</summary>
/// <param name="Code"><c>row-unreadable</c>.</param>
/// <param name="Message">A Russian sentence.</param>
/// <param name="Value">The beginning of the line as it was sent.</param>
public sealed record RowProblem(string Code, string Message, string Value)
{
    const int LongestValue = 200;

    internal static RowProblem Unreadable(string message, ReadOnlySpan<byte> line)
    {
        var value = StorableText.Of(Encoding.UTF8.GetString(line[..Math.Min(line.Length, LongestValue * 2)]));
        return new("row-unreadable", message, value.Length > LongestValue ? value[..LongestValue] : value);
    }
}

/// <summary>
/// One row of a table. The same object is filled again for every row: take what you need before the next
/// <see cref="TableReader.Read"/>. Cells are made into strings when they are asked for, so unmapped columns cost nothing.
/// </summary>
public sealed class TableRow
{
    readonly RowSource _source;
    string?[] _cells = new string?[16];
    CellKind[] _kinds = new CellKind[16];
    bool _given;

    internal TableRow(RowSource source) => _source = source;

    /// <summary>The row's number as people see it: 1-based; in CSV and NDJSON the line where the record starts.</summary>
    public int Number { get; private set; }

    /// <summary>How many cells the row has, empty ones at its end perhaps not counted.</summary>
    public int Count { get; private set; }

    /// <summary>Why the line could not be read; its cells are empty then.</summary>
    public RowProblem? Problem { get; internal set; }

    /// <summary>Whether the row holds nothing but white space.</summary>
    public bool IsEmpty => !_given && Problem is null && _source.IsBlank(this);

    /// <summary>The cell as people see it, full precision for numbers, white space kept; "" when there is none.</summary>
    /// <param name="column">Index from 0.</param>
    public string this[int column]
    {
        get
        {
            if ((uint)column >= (uint)Count)
                return "";
            return _cells[column] ??= StorableText.Of(_source.Text(column, ref _kinds[column]));
        }
    }

    /// <summary>What the file says the cell holds.</summary>
    public CellKind Kind(int column)
    {
        if ((uint)column >= (uint)Count)
            return CellKind.Text;
        _ = this[column];
        return _kinds[column];
    }

    internal void Begin(int number, int count)
    {
        if (_cells.Length < count)
        {
            var size = Math.Max(count, _cells.Length * 2);
            _cells = new string?[size];
            _kinds = new CellKind[size];
        }
        else
        {
            Array.Clear(_cells, 0, Count);
            Array.Clear(_kinds, 0, Count);
        }
        (Number, Count, Problem, _given) = (number, count, null, false);
    }

    /// <summary>Puts a value in place of what the file holds. <paramref name="own"/> is false for what a merged cell above lends.</summary>
    internal void Set(int column, string value, CellKind kind, bool own)
    {
        if (column >= Count)
        {
            if (column >= _cells.Length)
            {
                Array.Resize(ref _cells, column + 8);
                Array.Resize(ref _kinds, column + 8);
            }
            Count = column + 1;
        }
        _cells[column] = value;
        _kinds[column] = kind;
        _given |= own && value.Length > 0;
    }
}
