using System.Buffers;
using System.Globalization;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Where the header stands and what it says, column by column.</summary>
/// <param name="HeaderRow">Its first row; 0 when there is none.</param>
/// <param name="FirstRow">The first row of data below it.</param>
/// <param name="Texts">The header of each column, the parts of several rows joined from below: «2018 / Средний балл по ОО».</param>
sealed record HeaderGuess(int HeaderRow, int FirstRow, IReadOnlyList<string> Texts)
{
    const int DeepestHeader = 3;
    const int LongestLabel = 80;

    static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,-–% \u00A0");

    public static HeaderGuess Find(IReadOnlyList<PreviewRow> rows, IReadOnlyList<MergedCells> merged)
    {
        var grid = new HeaderGrid(rows, merged);
        var best = -1;
        double most = 0;
        for (var i = 0; i < rows.Count; i++)
            if (Likeness(grid, i) is var likeness && likeness > most)
                (best, most) = (i, likeness);
        if (best < 0)
            return new(0, rows.FirstOrDefault(r => r.Cells.Count > 0)?.Number ?? 1, []);

        int top = best,
            bottom = best;
        while (top > 0 && best - top < DeepestHeader - 1 && (grid.IsGroupRow(top - 1, top) || grid.IsSubHeader(top - 1, top)))
            top--;
        while (bottom + 1 < rows.Count && bottom - top < DeepestHeader - 1 && grid.IsSubHeader(bottom, bottom + 1))
            bottom++;
        return new(rows[top].Number, FirstDataRow(grid, bottom), grid.Join(top, bottom));
    }

    public static HeaderGuess Given(IReadOnlyList<PreviewRow> rows, IReadOnlyList<MergedCells> merged, int headerRow, int firstRow)
    {
        var chosen = Enumerable.Range(0, rows.Count).Where(i => headerRow > 0 && rows[i].Number >= headerRow && rows[i].Number < firstRow);
        var grid = new HeaderGrid(rows, merged);
        var parts = chosen.Where(i => !IsNumbering(rows[i].Cells)).Take(DeepestHeader).ToList();
        return new(headerRow, firstRow, parts.Count == 0 ? [] : grid.Join(parts[0], parts[^1]));
    }

    // Headers are words, many of them known; data are figures, or as many words of which none is known.
    static double Likeness(HeaderGrid grid, int row)
    {
        double words = 0,
            known = 0,
            figures = 0;
        for (var column = 0; column < grid.Width; column++)
        {
            var text = grid.Own(row, column);
            if (text.Length == 0)
                continue;
            if (IsFigure(text) && !IsYear(text))
                figures++;
            else
                words++;
            if (FieldWords.IsKnown(text))
                known++;
        }
        return words + known * 5 - figures;
    }

    static int FirstDataRow(HeaderGrid grid, int bottom)
    {
        for (var i = bottom + 1; i < grid.Rows.Count; i++)
            if (grid.Rows[i].Cells.Count > 0 && !IsNumbering(grid.Rows[i].Cells))
                return grid.Rows[i].Number;
        return grid.Rows[^1].Number + 1;
    }

    // Printed forms number their columns below the header: 1, 2, 3, …
    static bool IsNumbering(IReadOnlyList<string> cells)
    {
        var expected = 1;
        foreach (var cell in cells)
            if (cell.Length > 0 && !string.Equals(cell, (expected++).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                return false;
        return expected > 2;
    }

    internal static bool IsFigure(string text) =>
        text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && text.AsSpan().IndexOfAnyExcept(FigureSigns) < 0;

    internal static bool IsYear(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100;

    internal static bool IsLabel(string text) =>
        text.Length <= LongestLabel && (!IsFigure(text) || IsYear(text) || text is "2" or "3" or "4" or "5");
}

/// <summary>The first rows of a sheet as a grid in which covered cells of merged ranges are empty, as they are in CSV.</summary>
sealed class HeaderGrid
{
    const int MostMerged = 2_000;

    readonly IReadOnlyList<MergedCells> _merged;

    public HeaderGrid(IReadOnlyList<PreviewRow> rows, IReadOnlyList<MergedCells> merged)
    {
        Rows = rows;
        var last = rows.Count == 0 ? 0 : rows[^1].Number;
        _merged = [.. merged.Where(m => m.FromRow < last).Take(MostMerged)];
        Width = Math.Min(TablePreview.MostColumns, rows.Select(r => r.Cells.Count).DefaultIfEmpty(0).Max());
    }

    public IReadOnlyList<PreviewRow> Rows { get; }

    public int Width { get; }

    /// <summary>What stands in the cell itself.</summary>
    public string Own(int row, int column)
    {
        var cells = Rows[row].Cells;
        if (column >= cells.Count || cells[column].Length == 0)
            return "";
        return Covering(row, column) is { } m && (m.FromRow != Rows[row].Number - 1 || m.FromColumn != column) ? "" : cells[column];
    }

    /// <summary>
    /// Whether the row below only names parts of the groups above: years, marks, words, and nothing below the first heading. A single text
    /// above is no group but a title.
    /// </summary>
    public bool IsSubHeader(int top, int below)
    {
        bool split = false,
            merged = false,
            any = false;
        var first = FirstFilled(top);
        if (Enumerable.Range(0, Width).Count(c => Own(top, c).Length > 0) < 2)
            return false;
        for (var column = 0; column < Width; column++)
        {
            var text = Own(below, column);
            if (text.Length == 0)
                continue;
            any = true;
            if (!HeaderGuess.IsLabel(text))
                return false;
            split |= Own(top, column).Length == 0;
            merged |= Covering(top, column) is { } m && m.ToColumn > m.FromColumn;
        }
        return any && split && (merged || (first >= 0 && Own(below, first).Length == 0));
    }

    /// <summary>Whether the row above only names groups: nothing above the first heading, so that it is no title.</summary>
    public bool IsGroupRow(int row, int header)
    {
        var first = FirstFilled(row);
        return first > FirstFilled(header) && Enumerable.Range(0, Width).All(c => HeaderGuess.IsLabel(Own(row, c)));
    }

    /// <summary>The texts of the rows from top to bottom joined column by column, lowest first.</summary>
    public IReadOnlyList<string> Join(int top, int bottom)
    {
        var texts = new string[Width];
        for (var column = 0; column < Width; column++)
        {
            var parts = new List<string>();
            for (var row = bottom; row >= top; row--)
                if (Reaching(row, column, bottom) is { Length: > 0 } text && !parts.Contains(text, StringComparer.Ordinal))
                    parts.Add(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            texts[column] = string.Join(" / ", parts);
        }
        return texts;
    }

    // The heading that holds for a cell: its own, that of the merged range over it, or of the group to its left that has parts below.
    string Reaching(int row, int column, int bottom)
    {
        if (Own(row, column) is { Length: > 0 } own)
            return own;
        if (Covering(row, column) is { } m && m.FromRow == Rows[row].Number - 1)
            return Own(row, m.FromColumn);
        if (row == bottom || Own(row + 1, column).Length == 0)
            return "";
        for (var left = column - 1; left >= 0; left--)
            if (Own(row, left) is { Length: > 0 } group)
                return Own(row + 1, left).Length > 0 && Covering(row, left) is null ? group : "";
        return "";
    }

    int FirstFilled(int row)
    {
        for (var column = 0; column < Width; column++)
            if (Own(row, column).Length > 0)
                return column;
        return -1;
    }

    MergedCells? Covering(int row, int column)
    {
        var index = Rows[row].Number - 1;
        foreach (var m in _merged)
            if (m.FromRow <= index && index <= m.ToRow && m.FromColumn <= column && column <= m.ToColumn)
                return m;
        return null;
    }
}
