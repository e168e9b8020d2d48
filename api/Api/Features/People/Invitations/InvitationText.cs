using System.Globalization;
using System.Text;
using Opora.Domain;

namespace Opora.Api.Features.People;

/// <summary>A line of a pasted list, as it was written.</summary>
/// <param name="Number">Number of the row, from 1, as a spreadsheet counts.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Role">Word for the role.</param>
/// <param name="Place">Code or name of the place.</param>
internal sealed record InvitationLine(int Number, string Name, string Email, string Role, string Place);

/// <summary>Takes a list apart as it comes from a spreadsheet: tabs, or the semicolons and commas of a CSV, with or without a header.</summary>
internal static class InvitationText
{
    /// <summary>Names of the columns, in the order that stands for a missing header.</summary>
    public static readonly IReadOnlyList<string> Columns = ["имя", "почта", "роль", "место"];

    private static readonly string[][] Headers =
    [
        ["фио", "имя", "ф и о", "фамилия имя отчество", "сотрудник", "контактное лицо", "человек", "name"],
        ["почта", "e mail", "email", "mail", "электронная почта", "адрес почты", "адрес электронной почты"],
        ["роль", "role"],
        ["место", "код школы", "школа", "организация", "код", "октмо", "муниципалитет", "код места", "place"],
    ];

    private static readonly List<HashSet<string>> Known =
    [
        .. Headers.Select(words => words.Select(SearchText.Fold).ToHashSet(StringComparer.Ordinal)),
    ];

    /// <summary>The lines that hold anything.</summary>
    public static List<InvitationLine> Read(string text)
    {
        var rows = Rows(text.TrimStart('\uFEFF'));
        if (rows.Count == 0)
            return [];
        var order = Header(rows[0].Cells);
        var lines = order is null ? rows : rows.Skip(1);
        order ??= [0, 1, 2, 3];
        return
        [
            .. lines.Select(row =>
            {
                string Cell(int column) => order[column] is var at && at >= 0 && at < row.Cells.Count ? row.Cells[at] : "";
                return new InvitationLine(row.Number, Cell(0), Cell(1), Cell(2), Cell(3));
            }),
        ];
    }

    private static List<(int Number, IReadOnlyList<string> Cells)> Rows(string text)
    {
        var delimiter = DelimiterOf(text);
        var rows = new List<(int, IReadOnlyList<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (number, quoted) = (1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            // A quote opens a cell only at its beginning: names of schools have quotes within.
            if (quoted && i < text.Length)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
                quoted = true;
            else if (c == delimiter)
                CloseCell();
            else if (c == '\n')
                CloseRow();
            else
                cell.Append(c);
        }
        return rows;

        void CloseCell()
        {
            cells.Add(Clean(cell.ToString()));
            cell.Clear();
        }

        void CloseRow()
        {
            CloseCell();
            if (cells.Exists(c => c.Length > 0))
                rows.Add((number, cells));
            cells = [];
            number++;
        }
    }

    private static char DelimiterOf(string text)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOfAny('\r', '\n');
        first = end < 0 ? first : first[..end];
        return text.Contains('\t', StringComparison.Ordinal) ? '\t'
            : first.Contains(';') ? ';'
            : ',';
    }

    // Spreadsheets leave breaks, no-break spaces and invisible marks in cells.
    private static string Clean(string cell) =>
        string.Join(
            ' ',
            new string([.. cell.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)]).Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    private static int[]? Header(IReadOnlyList<string> cells)
    {
        var folded = cells.Select(SearchText.Fold).ToList();
        var order = Known.Select(words => folded.FindIndex(words.Contains)).ToArray();
        return order.Count(at => at >= 0) >= 2 ? order : null;
    }
}
