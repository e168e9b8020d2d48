using Opora.Api.Http;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Cells that people put right in the wizard: kept beside the file and laid over it while it is read.</summary>
public sealed class CellOverrides
{
    internal static readonly CellOverrides None = new();

    readonly Dictionary<int, List<(int Column, string Value)>> _byRow = [];

    /// <summary>How many cells are replaced.</summary>
    public int Count { get; private set; }

    /// <summary>Replaces a cell; a later value for the same cell wins.</summary>
    /// <param name="row">The row's number as <see cref="TableRow.Number"/> shows it.</param>
    /// <param name="column">The column's letters.</param>
    /// <param name="value">The new text; "" empties the cell.</param>
    /// <returns>False when the letters name no column or the row is not positive.</returns>
    public bool Add(int row, string column, string value)
    {
        if (row <= 0 || ColumnLetter.Index(column) is not { } index)
            return false;
        if (!_byRow.TryGetValue(row, out var cells))
            _byRow.Add(row, cells = []);
        Count += 1 - cells.RemoveAll(c => c.Column == index);
        cells.Add((index, StorableText.Of(value)));
        return true;
    }

    internal string? Value(int row, int column)
    {
        if (_byRow.TryGetValue(row, out var cells))
            foreach (var cell in cells)
                if (cell.Column == column)
                    return cell.Value;
        return null;
    }

    internal void Apply(TableRow row)
    {
        if (_byRow.Count == 0 || !_byRow.TryGetValue(row.Number, out var cells))
            return;
        foreach (var (column, value) in cells)
            row.Set(column, value, CellKind.Text, own: true);
    }
}
