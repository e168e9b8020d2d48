using System.Text;
using System.Text.Json;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Formats of tables.</summary>
public enum TableFormat
{
    /// <summary>Text with separators: comma, semicolon, tab or bar.</summary>
    Csv,

    /// <summary>A workbook of Excel 2007 and later.</summary>
    Xlsx,

    /// <summary>A workbook of Excel 97–2003.</summary>
    Xls,

    /// <summary>One JSON object a line.</summary>
    Ndjson,
}

/// <summary>Tells a file's format by its content. The name is never asked: people rename files, and browsers send any type.</summary>
static class FormatSniffer
{
    static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>The format of a file that is not gzip.</summary>
    /// <exception cref="TableUnreadable">It is something else, named where it can be told.</exception>
    public static TableFormat Of(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[4096];
        var head = buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (head.IsEmpty)
            throw TableUnreadable.Empty();
        if (head.StartsWith("PK\u0003\u0004"u8))
            return TableFormat.Xlsx;
        if (head.StartsWith(Ole))
            return OfOle(file);
        ThrowIfForeign(head);
        return OfText(head);
    }

    static void ThrowIfForeign(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF"u8))
            throw TableUnreadable.Broken("Это документ PDF, а не таблица.");
        if (
            head.StartsWith("PK\u0005\u0006"u8)
            || head.StartsWith("7z\u00BC\u00AF"u8)
            || head.StartsWith("Rar!"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])
        )
            throw TableUnreadable.Broken("Это архив, а не таблица: распакуйте его.");
        if (head.StartsWith("{\\rtf"u8))
            throw TableUnreadable.Broken("Это текстовый документ RTF, а не таблица.");
    }

    static TableFormat OfText(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (
            text.StartsWith('<')
            && (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<table", StringComparison.OrdinalIgnoreCase))
        )
            throw TableUnreadable.Broken(
                "Это веб-страница, сохранённая с расширением Excel. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»."
            );
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
            throw TableUnreadable.Broken("Это файл XML. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».");
        if (text.StartsWith('[') && text[1..].TrimStart() is ['{', ..])
            throw TableUnreadable.Broken("Это массив JSON. Нужен NDJSON: каждый объект в своей строке, без скобок и запятых вокруг.");
        return text.StartsWith('{') && BeginsObject(text) ? TableFormat.Ndjson : TableFormat.Csv;
    }

    static bool BeginsObject(string text)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            return json.Read() && json.Read() && json.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // An OLE container is a directory of named streams. Names stand in entries of 128 bytes, in UTF-16, their length at offset 64.
    static TableFormat OfOle(FileStream file)
    {
        bool workbook = false,
            document = false;
        var sector = new byte[512];
        file.Position = 0;
        while (file.ReadAtLeast(sector, sector.Length, throwOnEndOfStream: false) == sector.Length)
            for (var at = 0; at < sector.Length; at += 128)
            {
                var entry = sector.AsSpan(at, 128);
                if (HasName(entry, "EncryptedPackage"))
                    throw TableUnreadable.Encrypted();
                workbook |= HasName(entry, "Workbook") || HasName(entry, "Book");
                document |= HasName(entry, "WordDocument") || HasName(entry, "PowerPoint Document");
            }
        return workbook ? TableFormat.Xls
            : document ? throw TableUnreadable.Broken("Это документ Word или PowerPoint, а не таблица.")
            : throw TableUnreadable.Broken("В файле нет книги Excel.");
    }

    static bool HasName(ReadOnlySpan<byte> entry, string name)
    {
        var bytes = Encoding.Unicode.GetBytes(name);
        return entry[64] == bytes.Length + 2
            && entry[65] == 0
            && entry.StartsWith(bytes)
            && entry[bytes.Length] == 0
            && entry[bytes.Length + 1] == 0;
    }
}
