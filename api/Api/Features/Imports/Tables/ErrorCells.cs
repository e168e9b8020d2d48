using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Opora.Api.Http;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// Cells of an .xlsx that hold an error of a formula. ExcelDataReader gives them as empty, and an error that nobody sees would be taken for
/// a missing result; so sheets that have any are looked through for them.
/// </summary>
sealed class ErrorCells
{
    const int Most = 200_000;
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static readonly Dictionary<string, string> Russian = new(StringComparer.Ordinal)
    {
        ["#NULL!"] = "#ПУСТО!",
        ["#DIV/0!"] = "#ДЕЛ/0!",
        ["#VALUE!"] = "#ЗНАЧ!",
        ["#REF!"] = "#ССЫЛКА!",
        ["#NAME?"] = "#ИМЯ?",
        ["#NUM!"] = "#ЧИСЛО!",
        ["#N/A"] = "#Н/Д",
    };

    public static readonly ErrorCells None = new();

    readonly Dictionary<string, Dictionary<int, List<(int Column, string Error)>>> _bySheet = new(StringComparer.Ordinal);

    /// <summary>Errors of one sheet by row index from 0; null when it has none.</summary>
    public IReadOnlyDictionary<int, List<(int Column, string Error)>>? Of(string sheet) => _bySheet.GetValueOrDefault(sheet);

    /// <summary>Reads the errors of the parts that a <see cref="Finder"/> pointed at.</summary>
    public static ErrorCells Read(ZipArchive zip, IReadOnlyCollection<string> parts)
    {
        if (parts.Count == 0)
            return None;
        var errors = new ErrorCells();
        var left = Most;
        foreach (var (sheet, part) in SheetParts(zip))
            if (parts.Contains(part, StringComparer.OrdinalIgnoreCase) && zip.GetEntry(part) is { } entry)
                errors._bySheet[sheet] = ReadSheet(entry, ref left);
        return errors;
    }

    /// <summary>A stream that only watches whether the mark of an error cell flows by.</summary>
    public sealed class Finder : MemoryStream
    {
        readonly byte[] _seam = new byte[8];

        public bool Found { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Found || buffer.IsEmpty)
                return;
            buffer[..Math.Min(4, buffer.Length)].CopyTo(_seam.AsSpan(4));
            Found = Has(_seam) || Has(buffer);
            _seam.AsSpan().Clear();
            buffer[^Math.Min(4, buffer.Length)..].CopyTo(_seam);
        }

        static bool Has(ReadOnlySpan<byte> bytes) => bytes.IndexOf("t=\"e\""u8) >= 0 || bytes.IndexOf("t='e'"u8) >= 0;
    }

    static List<(string Sheet, string Part)> SheetParts(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship"))
            if (relation.GetAttribute("Id") is { } id && relation.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        var sheets = new List<(string, string)>();
        foreach (var sheet in Elements(zip, "xl/workbook.xml", "sheet"))
            if (sheet.GetAttribute("name") is { } name && targets.GetValueOrDefault(sheet.GetAttribute("id", Relations) ?? "") is { } part)
                sheets.Add((name, part));
        return sheets;
    }

    static IEnumerable<XmlReader> Elements(ZipArchive zip, string part, string name)
    {
        if (zip.GetEntry(part) is not { } entry)
            yield break;
        using var xml = XmlReader.Create(entry.Open(), new() { CloseInput = true });
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, name, StringComparison.Ordinal))
                yield return xml;
    }

    static Dictionary<int, List<(int, string)>> ReadSheet(ZipArchiveEntry entry, ref int left)
    {
        var errors = new Dictionary<int, List<(int, string)>>();
        using var xml = XmlReader.Create(entry.Open(), new() { CloseInput = true });
        int row = -1,
            column = -1;
        var inError = false;
        while (xml.Read())
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            else if (xml.LocalName is "row")
            {
                row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number - 1
                    : row + 1;
                column = -1;
            }
            else if (xml.LocalName is "c")
            {
                column = xml.GetAttribute("r") is { } at ? ColumnLetter.Index(at.AsSpan().TrimEnd("0123456789")) ?? column + 1 : column + 1;
                inError = string.Equals(xml.GetAttribute("t"), "e", StringComparison.Ordinal);
            }
            else if (inError && xml.LocalName is "v")
            {
                if (left-- == 0)
                    throw TableUnreadable.Broken("В книге слишком много ошибок формул. Исправьте формулы.");
                var error = xml.ReadElementContentAsString();
                if (!errors.TryGetValue(row, out var cells))
                    errors.Add(row, cells = []);
                cells.Add((column, Russian.GetValueOrDefault(error, error)));
                inError = false;
            }
        return errors;
    }
}
