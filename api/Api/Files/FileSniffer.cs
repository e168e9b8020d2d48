using System.IO.Compression;
using Opora.Domain.Files;

namespace Opora.Api.Files;

/// <summary>Tells what a file is by its content: names and declared types are what the sender says.</summary>
internal static class FileSniffer
{
    private const int HeadBytes = 8;

    private static readonly (byte[] Head, FileKind Kind)[] Heads =
    [
        ("%PDF-"u8.ToArray(), FileKind.Pdf),
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Png),
    ];

    private static readonly (string Part, FileKind Kind)[] OfficeParts =
    [
        ("word/document.xml", FileKind.Docx),
        ("xl/workbook.xml", FileKind.Xlsx),
        ("ppt/presentation.xml", FileKind.Pptx),
    ];

    /// <summary>What the file is; null when it is nothing that may be kept.</summary>
    /// <param name="content">The whole file; read from its beginning, left anywhere.</param>
    public static FileKind? KindOf(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[HeadBytes];
        var known = head[..content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        foreach (var (start, kind) in Heads)
            if (known.StartsWith(start))
                return kind;
        return known.StartsWith("PK\u0003\u0004"u8) ? Office(content) : null;
    }

    // Only the list of its entries is read, nothing is unpacked: a bomb does not go off.
    private static FileKind? Office(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var (part, kind) in OfficeParts)
                if (zip.GetEntry(part) is not null)
                    return zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null : kind;
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
