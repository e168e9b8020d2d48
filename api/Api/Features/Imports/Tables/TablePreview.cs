using System.Security.Cryptography;
using System.Text;
using Opora.Api.Http;
using Opora.Domain;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>A column as the wizard shows it.</summary>
/// <param name="Letter">A, B, …, XFD.</param>
/// <param name="Header">Its header; under a merged cell the own part first: «2018 / Средний балл по ОО». "" when it has none.</param>
/// <param name="Samples">Up to three different values from the first rows of data.</param>
public sealed record TableColumn(string Letter, string Header, IReadOnlyList<string> Samples);

/// <summary>A row as the wizard shows it.</summary>
/// <param name="Number">1-based, as in the file.</param>
/// <param name="Cells">Texts up to the last filled one.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<string> Cells);

/// <summary>The beginning of a sheet.</summary>
/// <param name="Sheet">Its name; "" for text files.</param>
/// <param name="HeaderRow">First row of the header; 0 when there is none.</param>
/// <param name="FirstRow">First row of data.</param>
/// <param name="Columns">The columns that hold anything, at most <see cref="MostColumns"/>.</param>
/// <param name="ColumnsTotal">How many columns the sheet has.</param>
/// <param name="Rows">The first <see cref="ShownRows"/> rows of the sheet, titles and header included.</param>
/// <param name="Titles">Texts above the header.</param>
/// <param name="Fingerprint">A digest of the folded headers: equal for the next file made from the same form.</param>
public sealed record TablePreview(
    string Sheet,
    int HeaderRow,
    int FirstRow,
    IReadOnlyList<TableColumn> Columns,
    int ColumnsTotal,
    IReadOnlyList<PreviewRow> Rows,
    IReadOnlyList<string> Titles,
    string Fingerprint
)
{
    /// <summary>How many rows are shown.</summary>
    public const int ShownRows = 20;

    /// <summary>How many columns are shown and guessed from.</summary>
    public const int MostColumns = 1_000;

    const int LookedAtRows = 40;
    const int Samples = 3;

    internal static TablePreview Of(TableSheet sheet, RowSource source, IReadOnlyList<string>? names, (int HeaderRow, int FirstRow)? chosen)
    {
        var rows = ReadRows(source);
        var merged = (source as ExcelSource)?.Merged ?? [];
        var header =
            names is not null ? new HeaderGuess(0, 1, names)
            : chosen is { } c ? HeaderGuess.Given(rows, merged, c.HeaderRow, c.FirstRow)
            : HeaderGuess.Find(rows, merged);
        var data = rows.Where(r => r.Number >= header.FirstRow).ToList();
        var width = Math.Min(MostColumns, rows.Select(r => r.Cells.Count).Append(header.Texts.Count).Max());
        var columns = Enumerable
            .Range(0, width)
            .Select(i => new TableColumn(ColumnLetter.Of(i), i < header.Texts.Count ? header.Texts[i] : "", SamplesOf(data, i)))
            .ToList();
        return new(
            sheet.Name,
            header.HeaderRow,
            header.FirstRow,
            columns,
            sheet.Columns,
            [.. rows.Take(ShownRows).Select(r => r with { Cells = [.. r.Cells.Take(MostColumns)] })],
            [.. rows.Where(r => r.Number < header.HeaderRow).SelectMany(r => r.Cells).Where(t => !string.IsNullOrWhiteSpace(t))],
            Digest(header.Texts)
        );
    }

    static List<PreviewRow> ReadRows(RowSource source)
    {
        var rows = new List<PreviewRow>();
        var row = new TableRow(source);
        while (rows.Count < LookedAtRows && source.Read(row))
        {
            var cells = new List<string>();
            for (var i = 0; i < row.Count; i++)
                if (CellText.Trim(row[i]) is { Length: > 0 } text)
                {
                    while (cells.Count < i)
                        cells.Add("");
                    cells.Add(text);
                }
            rows.Add(new(row.Number, cells));
        }
        return rows;
    }

    static List<string> SamplesOf(List<PreviewRow> data, int column) =>
        [
            .. data.Where(r => column < r.Cells.Count && r.Cells[column].Length > 0)
                .Select(r => r.Cells[column])
                .Distinct(StringComparer.Ordinal)
                .Take(Samples),
        ];

    static string Digest(IReadOnlyList<string> headers)
    {
        var folded = string.Join('\u001F', headers.Select(SearchText.Fold)).TrimEnd('\u001F', ' ');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..32];
    }
}
