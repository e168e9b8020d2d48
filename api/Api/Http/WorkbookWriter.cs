using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Opora.Api.Http;

/// <summary>How a cell looks. The numbers are indexes into the workbook's cell formats.</summary>
enum CellLook
{
    Plain = 0,
    Heading = 1,

    /// <summary>Must be put right.</summary>
    Wrong = 2,

    /// <summary>Kept as text, so that a code keeps its zeros when somebody edits it.</summary>
    Text = 3,

    /// <summary>Long text in several lines.</summary>
    Wrapped = 4,
}

/// <summary>
/// Writes a workbook straight into a zip, row by row, in constant memory. OpenXML's own package holds a whole sheet in memory before it is
/// packed (300,000 rows of 12 cells: 640 MB), so the five small parts around the sheets are written here by hand. Texts are inline
/// strings: whatever a cell holds, Excel never takes it for a formula.
/// </summary>
sealed partial class WorkbookWriter : IDisposable
{
    /// <summary>Content type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006/";
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const int LongestText = 32_767;

    readonly ZipArchive _zip;
    readonly List<string> _sheets = [];
    XmlWriter? _sheet;
    int _row;

    /// <param name="to">Left open; it need not be seekable.</param>
    public WorkbookWriter(Stream to) => _zip = new(to, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins a sheet; the one before is finished.</summary>
    /// <param name="name">At most 31 characters.</param>
    /// <param name="widths">Of the first columns, in characters, with the look of their empty cells.</param>
    /// <param name="frozenRows">Rows that stay when the rest scrolls.</param>
    public void BeginSheet(string name, IReadOnlyList<(double Width, CellLook Look)> widths, int frozenRows)
    {
        EndSheet();
        _sheets.Add(name);
        _row = 0;
        _sheet = XmlWriter.Create(Entry($"xl/worksheets/sheet{_sheets.Count}.xml"), new() { CloseOutput = true });
        _sheet.WriteStartElement("worksheet", Main);
        if (frozenRows > 0)
            WriteFrozen(_sheet, frozenRows);
        if (widths.Count > 0)
            WriteWidths(_sheet, widths);
        _sheet.WriteStartElement("sheetData", Main);
    }

    /// <summary>Begins a row; numbers only grow, and those left out are empty rows.</summary>
    public void BeginRow(int number)
    {
        EndRow();
        _row = number;
        _sheet!.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a text; columns of a row only grow.</summary>
    public void Text(int column, string text, CellLook look = CellLook.Plain)
    {
        BeginCell(column, look);
        _sheet!.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is", Main);
        _sheet.WriteStartElement("t", Main);
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Storable(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    /// <summary>Writes a number given as text with a decimal point.</summary>
    public void Number(int column, string number, CellLook look = CellLook.Plain)
    {
        BeginCell(column, look);
        _sheet!.WriteElementString("v", Main, number);
        _sheet.WriteEndElement();
    }

    /// <summary>A row of texts, numbers and days; what is null stays empty.</summary>
    public void Row(int number, CellLook look, params object?[] cells)
    {
        BeginRow(number);
        for (var column = 0; column < cells.Length; column++)
            if (cells[column] is string text)
                Text(column, text, look);
            else if (cells[column] is DateOnly day)
                Text(column, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), look);
            else if (cells[column] is IFormattable value)
                Number(column, value.ToString(null, CultureInfo.InvariantCulture), look);
    }

    public void Dispose()
    {
        EndSheet();
        Write("xl/workbook.xml", WriteWorkbook);
        Write("xl/styles.xml", xml => xml.WriteRaw(Styles));
        Write(
            "xl/_rels/workbook.xml.rels",
            xml =>
                WriteRelations(
                    xml,
                    [
                        .. _sheets.Select(
                            (_, i) => ("worksheet", string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{i + 1}.xml"))
                        ),
                        ("styles", "styles.xml"),
                    ]
                )
        );
        Write("_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
        Write("[Content_Types].xml", WriteTypes);
        _zip.Dispose();
    }

    const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBE3E0"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fillId="3" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;

    // _x0041_ in a text is read as «A»; its underscore has to be written as one such escape itself.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooksEscaped();

    static string Storable(string text)
    {
        var clean = StorableText.Of(text);
        if (clean.Contains("_x", StringComparison.Ordinal))
            clean = LooksEscaped().Replace(clean, "_x005F_");
        return clean.Length <= LongestText ? clean : string.Concat(clean.AsSpan(0, LongestText - 2), "…");
    }

    static void WriteFrozen(XmlWriter xml, int rows)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        xml.WriteAttributeString("ySplit", rows.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("topLeftCell", string.Create(CultureInfo.InvariantCulture, $"A{rows + 1}"));
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteWidths(XmlWriter xml, IReadOnlyList<(double Width, CellLook Look)> widths)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Count; i++)
        {
            var column = (i + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", column);
            xml.WriteAttributeString("max", column);
            xml.WriteAttributeString("width", widths[i].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", ((int)widths[i].Look).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    void BeginCell(int column, CellLook look)
    {
        _sheet!.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}{_row}"));
        if (look != CellLook.Plain)
            _sheet.WriteAttributeString("s", ((int)look).ToString(CultureInfo.InvariantCulture));
    }

    void EndRow()
    {
        if (_row > 0)
            _sheet!.WriteEndElement();
        _row = 0;
    }

    void EndSheet()
    {
        if (_sheet is null)
            return;
        EndRow();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _sheet = null;
    }

    void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relations, string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        for (var i = 0; i < relations.Count; i++)
        {
            xml.WriteStartElement("Relationship", Package + "relationships");
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteAttributeString("Type", $"{Relations}/{relations[i].Type}");
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Package + "content-types");
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        WriteType(xml, "Override", "PartName", "/xl/workbook.xml", Type + "sheet.main+xml");
        WriteType(xml, "Override", "PartName", "/xl/styles.xml", Type + "styles+xml");
        for (var i = 1; i <= _sheets.Count; i++)
            WriteType(
                xml,
                "Override",
                "PartName",
                string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{i}.xml"),
                Type + "worksheet+xml"
            );
        xml.WriteEndElement();
    }

    static void WriteType(XmlWriter xml, string element, string key, string name, string type)
    {
        xml.WriteStartElement(element, Package + "content-types");
        xml.WriteAttributeString(key, name);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    void Write(string part, Action<XmlWriter> content)
    {
        using var xml = XmlWriter.Create(Entry(part), new() { CloseOutput = true });
        content(xml);
    }

    BufferedStream Entry(string part) => new BufferedStream(_zip.CreateEntry(part, CompressionLevel.Fastest).Open(), 1 << 16);
}
