using System.IO.Compression;
using System.Text;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class UnreadableFileTests
{
    static readonly TableLimits Small = new()
    {
        MaxUnpackedBytes = 4 << 20,
        RatioFloorBytes = 1 << 20,
        MaxRatio = 100,
        MaxRows = 1_000,
    };

    [Fact]
    public void Refuses_an_empty_file()
    {
        using var table = new TempTable([]);
        table.Refused().Code.ShouldBe("file-empty");
    }

    [Theory]
    [InlineData(" \r\n\r\n;;\r\n")]
    [InlineData("\uFEFF")]
    public void Refuses_a_file_with_nothing_in_it(string text)
    {
        using var table = new TempTable(text);
        table.Refused().Code.ShouldBe("sheet-empty");
    }

    [Fact]
    public void Refuses_a_workbook_with_nothing_in_it()
    {
        using var book = new Workbook();
        using var table = book.Sheet("Лист1", []).Save();
        table.Refused().Code.ShouldBe("sheet-empty");
    }

    [Fact]
    public void Refuses_an_encrypted_workbook()
    {
        using var xlsx = new TempTable(OleFile.With("EncryptedPackage", new byte[5000]));
        xlsx.Refused().Code.ShouldBe("file-encrypted");
        using var xls = new TempTable(
            OleFile.Xls(
                "Лист1",
                [
                    ["a"],
                ],
                encrypted: true
            )
        );
        xls.Refused().Code.ShouldBe("file-encrypted");
    }

    [Fact]
    public void Refuses_thirty_megabytes_of_garbage()
    {
        var garbage = new byte[30 << 20];
        new Random(1).NextBytes(garbage);
        garbage[0] = (byte)'x';
        using var table = new TempTable(garbage);
        table.Refused().Code.ShouldBe("file-unreadable");
    }

    [Fact]
    public void Refuses_text_that_is_no_language()
    {
        var bytes = new byte[4096];
        var random = new Random(2);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)random.Next(0x80, 0x100);
        using var table = new TempTable(bytes);
        table.Refused().Code.ShouldBe("encoding-unknown");
    }

    [Fact]
    public void Refuses_one_endless_line()
    {
        using var table = new TempTable(new string('a', 3 << 20));
        table.Refused().Code.ShouldBe("file-unreadable");
    }

    [Fact]
    public void Names_what_is_not_a_table()
    {
        Refusal("<html><table><tr><td>1</td></tr></table></html>"u8.ToArray()).ShouldContain("веб-страница");
        Refusal([.. "\uFEFF\r\n<!DOCTYPE html>\r\n<html>"u8]).ShouldContain("веб-страница");
        Refusal("<?xml version=\"1.0\"?><Workbook/>"u8.ToArray()).ShouldContain("XML");
        Refusal("%PDF-1.7"u8.ToArray()).ShouldContain("PDF");
        Refusal("{\\rtf1 }"u8.ToArray()).ShouldContain("RTF");
        Refusal("[ {\"year\": 2019} ]"u8.ToArray()).ShouldContain("массив JSON");
        Refusal(Zip(("word/document.xml", "<w/>"u8.ToArray()))).ShouldContain("Word");
        Refusal(Zip(("content.xml", "<o/>"u8.ToArray()))).ShouldContain("OpenDocument");
        Refusal(Zip(("table.csv", "a;b"u8.ToArray()))).ShouldContain("архив");
        Refusal(OleFile.With("WordDocument", [1])).ShouldContain("Word");
        Refusal(OleFile.With("Thumbnails", [1])).ShouldContain("нет книги Excel");
    }

    [Fact]
    public void Refuses_a_workbook_that_is_cut_off()
    {
        using var book = new Workbook();
        var bytes = book.Sheet(
                "Лист1",
                [
                    ["Предмет", "Балл"],
                ]
            )
            .Bytes();
        using var half = new TempTable(bytes[..(bytes.Length / 2)]);
        half.Refused().Code.ShouldBe("file-unreadable");
        using var xls = new TempTable(
            OleFile.Xls(
                "Лист1",
                [
                    ["Предмет"],
                ]
            )[..1600]
        );
        xls.Refused().Code.ShouldBe("file-unreadable");
    }

    [Fact]
    public void Refuses_a_workbook_with_broken_parts()
    {
        using var table = new TempTable(
            Zip(("[Content_Types].xml", "<"u8.ToArray()), ("xl/workbook.xml", "<workbook><sheets>"u8.ToArray()))
        );
        table.Refused().Code.ShouldBe("file-unreadable");
        using var entities = new TempTable(
            Zip(("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>"u8.ToArray()))
        );
        entities.Refused().Code.ShouldBe("file-unreadable");
    }

    [Fact]
    public void Refuses_a_zip_bomb_before_reading_it()
    {
        using var bomb = new TempTable(Zip(("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[3 << 20])));
        bomb.Refused(Small).Code.ShouldBe("file-too-large");
        using var large = new TempTable(Zip(("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", Noise(5 << 20))));
        large.Refused(Small).Code.ShouldBe("file-too-large");
    }

    [Fact]
    public void Unpacks_no_more_than_a_zip_declares()
    {
        var zip = Zip(("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[3 << 20]));
        var declared = BitConverter.GetBytes(3 << 20);
        for (var at = 0; zip.AsSpan(at).IndexOf(declared) is var found and >= 0; at += found + 4)
            BitConverter.GetBytes(1000).CopyTo(zip, at + found);
        using var bomb = new TempTable(zip);
        bomb.Refused(Small).Code.ShouldBeOneOf("file-too-large", "file-unreadable");
    }

    [Fact]
    public void Refuses_a_workbook_with_more_text_than_fits_in_memory()
    {
        using var table = new TempTable(Zip(("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/sharedStrings.xml", Noise(2 << 20))));
        table.Refused(new() { MaxSharedStringBytes = 1 << 20 }).Code.ShouldBe("file-too-large");
    }

    [Fact]
    public void Refuses_a_gzip_bomb_and_leaves_nothing_behind()
    {
        using var bomb = new TempTable(TempTable.Gzip(new byte[3 << 20]));
        bomb.Refused(Small).Code.ShouldBe("file-too-large");
        using var cut = new TempTable(TempTable.Gzip(Noise(1 << 16))[..1000]);
        cut.Refused().Code.ShouldBe("file-unreadable");
        var rows = TempTable.Gzip(
            System.Text.Encoding.UTF8.GetBytes("Предмет;Балл\n" + string.Concat(Enumerable.Repeat("Физика;54\n", 9)))
        );
        foreach (var missing in (int[])[1, 8, 12])
        {
            using var endless = new TempTable(rows[..^missing]);
            endless.Refused().Code.ShouldBe("file-unreadable");
        }
        Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(bomb.Path) + "*").ShouldHaveSingleItem();
    }

    [Fact]
    public void Reads_gzip_of_any_table()
    {
        using var csv = new TempTable(TempTable.Gzip("Предмет;Балл\nФизика;54\n"u8.ToArray()));
        csv.Rows()[1].Cells.ShouldBe(["Физика", "54"]);
        using var book = new Workbook();
        using var xlsx = new TempTable(
            TempTable.Gzip(
                book.Sheet(
                        "Лист1",
                        [
                            ["Физика", 54],
                        ]
                    )
                    .Bytes()
            )
        );
        xlsx.Rows()[0].Cells.ShouldBe(["Физика", "54"]);
        Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(xlsx.Path) + "*").ShouldHaveSingleItem();
    }

    [Fact]
    public void Refuses_more_rows_and_bytes_than_allowed()
    {
        var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;b\n", 1_001)));
        using var csv = new TempTable(rows);
        csv.Refused(Small).Code.ShouldBe("file-too-large");
        csv.Refused(new() { MaxFileBytes = 100 }).Code.ShouldBe("file-too-large");
        using var json = new TempTable(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":1}\n", 1_001))));
        json.Refused(Small).Code.ShouldBe("file-too-large");
        using var book = new Workbook();
        using var xlsx = book.Sheet("Лист1", [.. Enumerable.Repeat((object?[])["a"], 1_001)]).Save();
        xlsx.Refused(Small).Code.ShouldBe("file-too-large");
    }

    static string Refusal(byte[] content)
    {
        using var table = new TempTable(content);
        var refused = table.Refused();
        refused.Code.ShouldBe("file-unreadable");
        return refused.Message;
    }

    static byte[] Noise(int size)
    {
        var noise = new byte[size];
        new Random(3).NextBytes(noise);
        return noise;
    }

    static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }
}
