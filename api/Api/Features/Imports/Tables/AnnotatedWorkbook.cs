using Opora.Api.Http;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>What is to be put right in a row.</summary>
/// <param name="Row">The row's number as read.</param>
/// <param name="Column">Letters of the wrong cell, which is coloured; null when the row as a whole is wrong.</param>
/// <param name="Message">A Russian sentence.</param>
public sealed record RowRemark(int Row, string? Column, string Message);

/// <summary>The uploaded table as .xlsx with a column «Что исправить», for people who put errors right in Excel and upload it again.</summary>
public static class AnnotatedWorkbook
{
    /// <summary>The added column's header.</summary>
    public const string RemarksHeader = "Что исправить";

    const int RemarksWidth = 60;

    /// <summary>Writes row by row in constant memory; rows keep their numbers, texts stay texts, numbers of workbooks stay numbers.</summary>
    /// <param name="to">Where to; a file, since writing is synchronous.</param>
    /// <param name="table">A reader at its start.</param>
    /// <param name="columns">How many columns the sheet has: the remarks stand in the next.</param>
    /// <param name="firstRow">The first row of data; the added header stands in the last row above it.</param>
    /// <param name="remarks">In the order of rows; several for one row are joined.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static async Task Write(
        Stream to,
        TableReader table,
        int columns,
        int firstRow,
        IAsyncEnumerable<RowRemark> remarks,
        CancellationToken cancel = default
    )
    {
        var added = Math.Min(columns, ColumnLetter.Last);
        await using var next = remarks.GetAsyncEnumerator(cancel);
        var more = await next.MoveNextAsync();
        using var book = new WorkbookWriter(to);
        book.BeginSheet("Данные", [.. Enumerable.Repeat((12.0, CellLook.Plain), added), (RemarksWidth, CellLook.Wrapped)], firstRow - 1);
        var wrong = new HashSet<int>();
        var messages = new List<string>();
        HeldRow? above = null;
        while (table.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var row = table.Row;
            if (row.Number < firstRow)
            {
                above?.Write(book, added);
                above = new(row);
                continue;
            }
            added = WriteHeader(book, above, added);
            above = null;
            wrong.Clear();
            messages.Clear();
            for (; more && next.Current.Row <= row.Number; more = await next.MoveNextAsync())
            {
                messages.Add(next.Current.Column is { } letters ? $"{letters}: {next.Current.Message}" : next.Current.Message);
                if (next.Current.Column is { } column && ColumnLetter.Index(column) is { } index)
                    wrong.Add(index);
            }
            WriteRow(book, row, added, wrong);
            if (messages.Count > 0)
                book.Text(added, string.Join('\n', messages), CellLook.Wrapped);
        }
        WriteHeader(book, above, added);
    }

    /// <summary>A row above the data, kept until it is known whether it is the last: in CSV one header may take several lines.</summary>
    sealed class HeldRow(TableRow row)
    {
        readonly int _number = row.Number;
        readonly (string Text, CellKind Kind)[] _cells = [.. Enumerable.Range(0, row.Count).Select(i => (row[i], row.Kind(i)))];

        public int IndexOf(string text) => Array.FindIndex(_cells, c => string.Equals(c.Text, text, StringComparison.Ordinal));

        public void Write(WorkbookWriter book, int columns)
        {
            book.BeginRow(_number);
            for (var i = 0; i < Math.Min(columns, _cells.Length); i++)
                WriteCell(book, i, _cells[i].Text, _cells[i].Kind, CellLook.Plain);
        }
    }

    // The table may be an annotated one that came back: its remarks are answered and make room for the new ones.
    static int WriteHeader(WorkbookWriter book, HeldRow? header, int added)
    {
        if (header is null)
            return added;
        if (header.IndexOf(RemarksHeader) is var former and >= 0)
            added = former;
        header.Write(book, added);
        book.Text(added, RemarksHeader, CellLook.Heading);
        return added;
    }

    static void WriteRow(WorkbookWriter book, TableRow row, int columns, HashSet<int> wrong)
    {
        book.BeginRow(row.Number);
        if (row.Problem is { } problem)
            book.Text(0, problem.Value, CellLook.Wrong);
        for (var i = 0; i < Math.Min(row.Count, columns); i++)
            WriteCell(book, i, row[i], row.Kind(i), wrong.Contains(i) ? CellLook.Wrong : CellLook.Plain);
    }

    static void WriteCell(WorkbookWriter book, int column, string text, CellKind kind, CellLook look)
    {
        if (kind is CellKind.Number or CellKind.Percent && text.Length > 0)
            book.Number(column, text, look);
        else if (text.Length > 0 || look != CellLook.Plain)
            book.Text(column, text, look);
    }
}
