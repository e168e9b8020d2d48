using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Unpacks with limits on size and ratio, so that a small file cannot fill the disk or the memory.</summary>
static class Unpacking
{
    static readonly string[] ReadParts = [".xml", ".bin", ".rels"];

    /// <summary>Unpacks a gzip beside itself and returns the new file's path.</summary>
    /// <exception cref="TableUnreadable">It is broken, or unpacks to more than the limits.</exception>
    public static string Gzip(string path, TableLimits limits)
    {
        var target = $"{path}.{Guid.NewGuid():N}.unpacked";
        try
        {
            using var from = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            Copy(from, to, new FileInfo(path).Length, limits, 0);
            return target;
        }
        catch (Exception e)
        {
            File.Delete(target);
            throw e is InvalidDataException or EndOfStreamException
                ? TableUnreadable.Broken("Сжатый файл повреждён или передан не целиком.", e)
                : e;
        }
    }

    /// <summary>
    /// Makes sure that a zip is a workbook and that its parts unpack to no more than the limits. The sizes that the directory declares are
    /// checked first and then not believed: each part that a reader will unpack is unpacked once to nowhere, watched for formula errors.
    /// </summary>
    public static ErrorCells CheckWorkbook(string path, TableLimits limits)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > 10_000)
                throw Bomb();
            ThrowIfNoWorkbook(zip);
            var size = new FileInfo(path).Length;
            Check(zip.Entries.Sum(e => (double)e.Length), size, limits);
            var unpacked = 0L;
            var withErrors = new List<string>();
            foreach (
                var entry in zip.Entries.Where(e => ReadParts.Contains(Path.GetExtension(e.FullName), StringComparer.OrdinalIgnoreCase))
            )
            {
                using var part = entry.Open();
                var before = unpacked;
                using var finder = new ErrorCells.Finder();
                unpacked = Copy(part, finder, size, limits, unpacked);
                if (finder.Found)
                    withErrors.Add(entry.FullName);
                if (
                    entry.Name.StartsWith("sharedStrings", StringComparison.OrdinalIgnoreCase)
                    && unpacked - before > limits.MaxSharedStringBytes
                )
                    throw TableUnreadable.TooLarge("В книге слишком много текста. Сохраните лист как «CSV UTF-8» и загрузите его.");
            }
            return ErrorCells.Read(zip, withErrors);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw TableUnreadable.Broken("Книга Excel повреждена или передана не целиком.", e);
        }
    }

    static void ThrowIfNoWorkbook(ZipArchive zip)
    {
        bool Has(string part) => zip.Entries.Any(e => e.FullName.Replace('\\', '/').StartsWith(part, StringComparison.OrdinalIgnoreCase));
        if (Has("xl/"))
            return;
        throw TableUnreadable.Broken(
            Has("word/") || Has("ppt/") ? "Это документ Word или PowerPoint, а не таблица."
            : Has("content.xml") ? "Это таблица OpenDocument. Откройте её и сохраните как «Книга Excel (.xlsx)»."
            : "Это архив, а не таблица: распакуйте его."
        );
    }

    static long Copy(Stream from, Stream to, long packed, TableLimits limits, long already)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            int read;
            while ((read = from.Read(buffer)) > 0)
            {
                already += read;
                Check(already, packed, limits);
                to.Write(buffer.AsSpan(0, read));
            }
            return already;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static void Check(double unpacked, long packed, TableLimits limits)
    {
        if (unpacked > limits.RatioFloorBytes && unpacked > (double)packed * limits.MaxRatio)
            throw Bomb();
        if (unpacked > limits.MaxUnpackedBytes)
            throw TableUnreadable.TooLarge(
                $"В распакованном виде файл больше {TableUnreadable.Count(limits.MaxUnpackedBytes >> 20)} МБ. Разделите таблицу на несколько файлов."
            );
    }

    static TableUnreadable Bomb() =>
        TableUnreadable.TooLarge("Файл сжат неправдоподобно сильно: так бывает только у вредоносных архивов. Он не открыт.");
}
