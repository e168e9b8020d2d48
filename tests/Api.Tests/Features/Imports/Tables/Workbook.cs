using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;

namespace Opora.Api.Tests.Features.Imports.Tables;

/// <summary>Makes workbooks with OpenXML, as Excel would.</summary>
sealed class Workbook : IDisposable
{
    public const uint Percent = 1;
    public const uint Day = 2;
    public const uint LiteralPercent = 3;
    public const uint TwoDecimals = 4;

    readonly MemoryStream _stream = new();
    readonly SpreadsheetDocument _document;
    uint _sheets;

    public Workbook()
    {
        _document = SpreadsheetDocument.Create(_stream, SpreadsheetDocumentType.Workbook, autoSave: true);
        var book = _document.AddWorkbookPart();
        book.Workbook = new(new Sheets());
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "0.0\" %\"" }),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 170, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 2, ApplyNumberFormat = true }
            )
        );
    }

    /// <summary>Adds a sheet of rows from the first; null leaves a cell or a row out.</summary>
    public Workbook Sheet(string name, object?[]?[] rows, string[]? merged = null, SheetStateValues state = SheetStateValues.Visible)
    {
        var part = _document.WorkbookPart!.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        for (var r = 0; r < rows.Length; r++)
            if (rows[r] is { } cells)
                data.Append(
                    new Row(
                        cells
                            .Select((c, i) => c is null ? null : CellOf(c, $"{ColumnLetter.Of(i)}{r + 1}"))
                            .Where(c => c is not null)
                            .Cast<Cell>()
                    )
                    {
                        RowIndex = (uint)r + 1,
                    }
                );
        part.Worksheet = new(data);
        if (merged is not null)
            part.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
        _document.WorkbookPart.Workbook.Sheets!.Append(
            new Sheet
            {
                Name = name,
                SheetId = ++_sheets,
                Id = _document.WorkbookPart.GetIdOfPart(part),
                State = state,
            }
        );
        return this;
    }

    public TempTable Save() => new(Bytes());

    public byte[] Bytes()
    {
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose() => _document.Dispose();

    static Cell CellOf(object value, string at) =>
        value switch
        {
            Cell cell => (Cell)WithReference(cell, at),
            string text => new()
            {
                CellReference = at,
                DataType = CellValues.InlineString,
                InlineString = new(new Text(text)),
            },
            DateTime day => new()
            {
                CellReference = at,
                StyleIndex = Day,
                CellValue = new(day.ToOADate().ToString(CultureInfo.InvariantCulture)),
            },
            bool truth => new()
            {
                CellReference = at,
                DataType = CellValues.Boolean,
                CellValue = new(truth ? "1" : "0"),
            },
            IFormattable number => new() { CellReference = at, CellValue = new(number.ToString(null, CultureInfo.InvariantCulture)) },
            _ => throw new ArgumentException("No cell for this.", nameof(value)),
        };

    static Cell WithReference(Cell cell, string at)
    {
        cell.CellReference = at;
        return cell;
    }

    public static Cell Styled(double value, uint style) =>
        new() { StyleIndex = style, CellValue = new(value.ToString("R", CultureInfo.InvariantCulture)) };

    public static Cell Formula(string formula, string result, CellValues type = CellValues.Number) =>
        new()
        {
            DataType = type,
            CellFormula = new(formula),
            CellValue = new(result),
        };
}
