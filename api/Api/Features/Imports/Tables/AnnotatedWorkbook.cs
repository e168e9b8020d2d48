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
    /// <param name="firstRow">The first row of data; the added header stands in the row before.</param>
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
        while (table.Read())
        {
            cancel.ThrowIfCancellationRequested();
            wrong.Clear();
            messages.Clear();
            for (; more && next.Current.Row <= table.Row.Number; more = await next.MoveNextAsync())
            {
                messages.Add(next.Current.Column is { } letters ? $"{letters}: {next.Current.Message}" : next.Current.Message);
                if (next.Current.Column is { } column && ColumnLetter.Index(column) is { } index)
                    wrong.Add(index);
            }
            var isHeader = table.Row.Number == firstRow - 1;
            if (isHeader)
                added = FormerRemarks(table.Row) ?? added;
            WriteRow(book, table.Row, added, wrong);
            if (isHeader)
                book.Text(added, RemarksHeader, CellLook.Heading);
            else if (messages.Count > 0)
                book.Text(added, string.Join('\n', messages), CellLook.Wrapped);
        }
    }

    // The table may be an annotated one that came back: its remarks are answered and make room for the new ones.
    static int? FormerRemarks(TableRow header)
    {
        for (var i = 0; i < header.Count; i++)
            if (string.Equals(header[i], RemarksHeader, StringComparison.Ordinal))
                return i;
        return null;
    }

    static void WriteRow(WorkbookWriter book, TableRow row, int columns, HashSet<int> wrong)
    {
        book.BeginRow(row.Number);
        if (row.Problem is { } problem)
            book.Text(0, problem.Value, CellLook.Wrong);
        for (var i = 0; i < Math.Min(row.Count, columns); i++)
        {
            var look = wrong.Contains(i) ? CellLook.Wrong : CellLook.Plain;
            if (row[i] is not { Length: > 0 } text)
            {
                if (look == CellLook.Wrong)
                    book.Text(i, "", look);
            }
            else if (row.Kind(i) is CellKind.Number or CellKind.Percent)
                book.Number(i, text, look);
            else
                book.Text(i, text, look);
        }
    }
}
