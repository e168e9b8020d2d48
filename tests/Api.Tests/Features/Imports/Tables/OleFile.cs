using System.Buffers.Binary;
using System.Text;

namespace Opora.Api.Tests.Features.Imports.Tables;

/// <summary>The least OLE container: one sector of allocations, one of directory, and a stream; and the least .xls inside one.</summary>
static class OleFile
{
    const int Sector = 512;
    const int LeastStream = 4096;

    public static byte[] With(string stream, byte[] content)
    {
        var sectors = (Math.Max(content.Length, LeastStream) + Sector - 1) / Sector;
        var file = new byte[Sector * (3 + sectors)];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        Put16(file, 24, 0x3E);
        Put16(file, 26, 3);
        Put16(file, 28, 0xFFFE);
        Put16(file, 30, 9);
        Put16(file, 32, 6);
        Put32(file, 44, 1); // sectors of allocations
        Put32(file, 48, 1); // first sector of the directory
        Put32(file, 56, LeastStream);
        Put32(file, 60, -2);
        Put32(file, 68, -2);
        file.AsSpan(76, Sector - 76).Fill(0xFF);
        Put32(file, 76, 0);

        var fat = file.AsSpan(Sector, Sector);
        fat.Fill(0xFF);
        Put32(fat, 0, -3);
        Put32(fat, 4, -2);
        for (var i = 0; i < sectors; i++)
            Put32(fat, (2 + i) * 4, i + 1 < sectors ? 3 + i : -2);

        Entry(file.AsSpan(Sector * 2, 128), "Root Entry", 5, child: 1, start: -2, size: 0);
        Entry(file.AsSpan(Sector * 2 + 128, 128), stream, 2, child: -1, start: 2, size: sectors * Sector);
        content.CopyTo(file, Sector * 3);
        return file;
    }

    /// <summary>A workbook of Excel 97 with one sheet; texts and numbers only.</summary>
    public static byte[] Xls(string sheet, object?[][] rows, bool encrypted = false)
    {
        using var book = new MemoryStream();
        Record(book, 0x0809, [.. Bof(5)]);
        if (encrypted)
            Record(book, 0x002F, [1, 0, 1, 0, 1, 0, .. new byte[48]]);
        Record(book, 0x0042, [0xB0, 0x04]);
        var name = Encoding.Unicode.GetBytes(sheet);
        var at = (int)book.Length + 4 + 8 + name.Length + 4;
        var bound = new byte[8 + name.Length];
        Put32(bound, 0, at);
        bound[6] = (byte)sheet.Length;
        bound[7] = 1;
        name.CopyTo(bound, 8);
        Record(book, 0x0085, bound);
        Record(book, 0x000A, []);
        Record(book, 0x0809, [.. Bof(0x10)]);
        var size = new byte[14];
        Put32(size, 4, rows.Length);
        Put16(size, 10, rows.Max(r => r.Length));
        Record(book, 0x0200, size);
        for (var r = 0; r < rows.Length; r++)
        for (var c = 0; c < rows[r].Length; c++)
            WriteCell(book, r, c, rows[r][c]);
        Record(book, 0x000A, []);
        return With("Workbook", book.ToArray());
    }

    static void WriteCell(MemoryStream book, int row, int column, object? value)
    {
        var place = new byte[6];
        Put16(place, 0, row);
        Put16(place, 2, column);
        if (value is string text)
            Record(book, 0x0204, [.. place, (byte)text.Length, 0, 1, .. Encoding.Unicode.GetBytes(text)]);
        else if (value is double number)
            Record(book, 0x0203, [.. place, .. BitConverter.GetBytes(number)]);
    }

    static byte[] Bof(int type) => [0, 6, (byte)type, 0, 0xBB, 0x0D, 0xCC, 0x07, .. new byte[8]];

    static void Record(MemoryStream book, int id, byte[] data)
    {
        var head = new byte[4];
        Put16(head, 0, id);
        Put16(head, 2, data.Length);
        book.Write(head);
        book.Write(data);
    }

    static void Entry(Span<byte> entry, string name, byte type, int child, int start, int size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        Put16(entry, 64, name.Length * 2 + 2);
        entry[66] = type;
        entry[67] = 1;
        Put32(entry, 68, -1);
        Put32(entry, 72, -1);
        Put32(entry, 76, child);
        Put32(entry, 116, start);
        Put32(entry, 120, size);
    }

    static void Put16(Span<byte> to, int at, int value) => BinaryPrimitives.WriteInt16LittleEndian(to[at..], (short)value);

    static void Put32(Span<byte> to, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(to[at..], value);
}
