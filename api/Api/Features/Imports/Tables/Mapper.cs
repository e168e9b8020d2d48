using Opora.Domain;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>What a row turned out to be.</summary>
public enum RowOutcome
{
    /// <summary>It holds items.</summary>
    Items,

    /// <summary>It stands above the data: a title or the header.</summary>
    Header,

    /// <summary>It is wholly empty.</summary>
    Empty,

    /// <summary>It sums others up: «Итого», «Всего», «В среднем».</summary>
    Totals,

    /// <summary>It says what it is about but has no figure in any series.</summary>
    WithoutValues,

    /// <summary>It could not be taken apart: see <see cref="MappedRow.Problem"/>. It counts as received and rejected.</summary>
    Unreadable,
}

/// <summary>A row read through a mapping.</summary>
/// <param name="Number">1-based, as in the file.</param>
/// <param name="Outcome">What it is; all but items and unreadable rows are skipped and counted.</param>
/// <param name="Items">Its items, in the order of the series; they may be kept after the next row is read.</param>
/// <param name="Problem">Why it is unreadable.</param>
public readonly record struct MappedRow(int Number, RowOutcome Outcome, IReadOnlyList<MappedItem> Items, RowProblem? Problem);

/// <summary>One item of a row: the texts of its fields by index. Nothing is parsed yet.</summary>
public sealed class MappedItem
{
    /// <summary>What <see cref="Source"/> says of a constant.</summary>
    public const string ConstantSource = "constant";

    readonly CompiledSeries _series;
    readonly string?[] _texts;
    CellKind[]? _kinds;

    internal MappedItem(int row, CompiledSeries series)
    {
        (Row, _series) = (row, series);
        _texts = (string?[])series.Constants.Clone();
    }

    /// <summary>The row it stands in.</summary>
    public int Row { get; }

    /// <summary>Which series of the mapping it comes from, from 0.</summary>
    public int Series => _series.Index;

    /// <summary>
    /// The field's text without white space around it; null when it is not mapped, empty, or one of the marks for «no data» («-», «н/д»).
    /// </summary>
    /// <param name="field">An index such as <see cref="ExamResultField.Mean"/>.</param>
    public string? this[int field] => _texts[field];

    /// <summary>Where the field comes from: the column's letters, <see cref="ConstantSource"/>, or null when it is not mapped.</summary>
    public string? Source(int field) => _series.SourceOf(field);

    /// <summary>What the file says of the cell: <see cref="CellKinds.Note"/> turns it into a sentence for the cure.</summary>
    public CellKind Kind(int field) => _kinds?[field] ?? CellKind.Text;

    internal void Set(int field, string text, CellKind kind)
    {
        _texts[field] = text;
        if (kind != CellKind.Text)
            (_kinds ??= new CellKind[_texts.Length])[field] = kind;
    }
}

/// <summary>Turns rows into items.</summary>
public static class Mapper
{
    /// <summary>Reads one row through a mapping.</summary>
    public static MappedRow Map(TableRow row, CompiledMapping mapping)
    {
        if (row.Number < mapping.Spec.FirstRow)
            return new(row.Number, RowOutcome.Header, [], null);
        if (row.Problem is { } problem)
            return new(row.Number, RowOutcome.Unreadable, [], problem);
        if (row.IsEmpty)
            return new(row.Number, RowOutcome.Empty, [], null);
        if (TotalsRow.Is(row, mapping.KeyColumns, mapping.NameColumns))
            return new(row.Number, RowOutcome.Totals, [], null);

        var series = mapping.Series;
        if (series.Length == 1)
            return ItemOf(row, series[0]) is { } only ? new(row.Number, RowOutcome.Items, [only], null) : WithoutValues(row);
        var items = new List<MappedItem>(series.Length);
        foreach (var one in series)
            if (ItemOf(row, one) is { } item)
                items.Add(item);
        return items.Count > 0 ? new(row.Number, RowOutcome.Items, items, null) : WithoutValues(row);
    }

    static MappedRow WithoutValues(TableRow row) => new(row.Number, RowOutcome.WithoutValues, [], null);

    // Null when the series has figures and the row has none of them: missing is not zero.
    static MappedItem? ItemOf(TableRow row, CompiledSeries series)
    {
        var item = new MappedItem(row.Number, series);
        var hasValue = !series.HasValueColumns;
        foreach (var (field, column, isValue) in series.Columns)
        {
            var text = CellText.Trim(row[column]);
            if (RussianNumber.IsMissing(text))
                continue;
            item.Set(field, text, row.Kind(column));
            hasValue |= isValue;
        }
        return hasValue ? item : null;
    }
}
