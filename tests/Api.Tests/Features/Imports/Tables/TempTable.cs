using System.IO.Compression;
using System.Text;
using Opora.Api.Features.Imports.Tables;

namespace Opora.Api.Tests.Features.Imports.Tables;

/// <summary>A file on disk for the length of a test. Its name says nothing of its content, as an upload's does not.</summary>
sealed class TempTable : IDisposable
{
    static TempTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public TempTable(byte[] content) => File.WriteAllBytes(Path, content);

    public TempTable(string text, string encoding = "utf-8")
        : this(System.Text.Encoding.GetEncoding(encoding).GetBytes(text)) { }

    public TempTable(Action<Stream> write)
    {
        using var file = File.Create(Path);
        write(file);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"opora-table-{Guid.NewGuid():N}");

    public TableFile Open(TableLimits? limits = null) => TableFile.Open(Path, limits);

    public TableUnreadable Refused(TableLimits? limits = null) =>
        Should.Throw<TableUnreadable>(() =>
        {
            using var file = Open(limits);
            file.Preview();
        });

    /// <summary>All rows as number and cells.</summary>
    public IReadOnlyList<(int Number, string[] Cells)> Rows(string? sheet = null, CellOverrides? overrides = null)
    {
        using var file = Open();
        using var reader = file.Read(sheet, overrides);
        var rows = new List<(int, string[])>();
        while (reader.Read())
            rows.Add((reader.Row.Number, [.. Enumerable.Range(0, reader.Row.Count).Select(i => reader.Row[i])]));
        return rows;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    public void Dispose() => File.Delete(Path);
}
