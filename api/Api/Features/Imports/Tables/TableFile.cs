using System.Text;
using CsvHelper;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>One sheet of a file; CSV and NDJSON have one with an empty name.</summary>
/// <param name="Name">As in the workbook.</param>
/// <param name="Rows">Rows, header, empty and totals rows included.</param>
/// <param name="Columns">Columns up to the last that holds anything.</param>
/// <param name="Hidden">Whether Excel hides it.</param>
public sealed record TableSheet(string Name, int Rows, int Columns, bool Hidden);

/// <summary>
/// An uploaded table on disk, in whatever of the accepted formats its content turns out to be. Opening looks through the whole file once
/// (encoding, separators, sizes, hostile archives), reading streams it. Synchronous and possibly seconds long: for jobs, not requests.
/// </summary>
/// <example><code>
/// using var file = TableFile.Open(path);
/// var preview = file.Preview();
/// var guess = MappingGuess.From(ImportKind.ExamResults, preview, fileName);
/// var mapping = CompiledMapping.Compile(ImportKind.ExamResults, guess.Spec, file, out var problems);
/// using var reader = file.Read(guess.Spec.Sheet);
/// while (reader.Read())
///     foreach (var item in Mapper.Map(reader.Row, mapping).Items) …
/// </code></example>
public sealed class TableFile : IDisposable
{
    readonly string _path;
    readonly string? _unpacked;
    readonly TableLimits _limits;
    readonly CsvShape? _csv;
    readonly NdjsonShape? _ndjson;
    readonly ExcelBook? _book;

    TableFile(string path, string? unpacked, TableLimits limits)
    {
        (_path, _unpacked, _limits) = (path, unpacked, limits);
        Format = FormatSniffer.Of(path);
        switch (Format)
        {
            case TableFormat.Csv:
                _csv = CsvShape.Of(path, EncodingOf(path), limits);
                Sheets = [new("", _csv.Rows, _csv.Columns, Hidden: false)];
                break;
            case TableFormat.Ndjson:
                if (EncodingOf(path) is not UTF8Encoding)
                    throw TableUnreadable.UnknownEncoding("NDJSON принимается только в кодировке UTF-8.");
                _ndjson = NdjsonShape.Of(path, limits);
                Sheets = [new("", _ndjson.Rows, _ndjson.Names.Count, Hidden: false)];
                break;
            default:
                _book = new(path, Format == TableFormat.Xlsx ? Unpacking.CheckWorkbook(path, limits) : ErrorCells.None, limits);
                Sheets = _book.Sheets;
                break;
        }
    }

    /// <summary>What the content is.</summary>
    public TableFormat Format { get; }

    /// <summary>The encoding of a text file, e.g. <c>utf-8</c> or <c>windows-1251</c>; null for workbooks.</summary>
    public string? Encoding => _csv?.Encoding.WebName ?? (_ndjson is null ? null : "utf-8");

    /// <summary>The separator of a CSV file.</summary>
    public char? Delimiter => _csv?.Delimiter;

    /// <summary>The sheets in the order of the workbook.</summary>
    public IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>Opens a spooled file.</summary>
    /// <param name="path">Where it lies; beside it a gzip is unpacked, and removed again on <see cref="Dispose"/>.</param>
    /// <param name="limits">Limits other than those of the product.</param>
    /// <exception cref="TableUnreadable">The file cannot be read as a table, see its code.</exception>
    public static TableFile Open(string path, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        var size = new FileInfo(path).Length;
        if (size == 0)
            throw TableUnreadable.Empty();
        if (size > limits.MaxFileBytes)
            throw TableUnreadable.TooLarge(
                $"Файл больше {TableUnreadable.Count(limits.MaxFileBytes >> 20)} МБ. Разделите таблицу на несколько файлов."
            );
        var unpacked = IsGzip(path) ? Unpacking.Gzip(path, limits) : null;
        try
        {
            return new(unpacked ?? path, unpacked, limits);
        }
        catch
        {
            if (unpacked is not null)
                File.Delete(unpacked);
            throw;
        }
    }

    /// <summary>The sheet of that name, or without a name the first that is shown and not empty.</summary>
    /// <exception cref="TableUnreadable"><c>sheet-empty</c>: there is none, or it holds nothing.</exception>
    public TableSheet Sheet(string? name = null)
    {
        if (string.IsNullOrEmpty(name))
            return Sheets.FirstOrDefault(s => s is { Hidden: false, Rows: > 0, Columns: > 0 })
                ?? Sheets.FirstOrDefault(s => s is { Rows: > 0, Columns: > 0 })
                ?? throw TableUnreadable.NoRows("В файле нет ни одной заполненной ячейки.");
        var sheet =
            Sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal))
            ?? Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw TableUnreadable.NoRows(
                $"В файле нет листа «{name}». Есть листы: {string.Join(", ", Sheets.Select(s => $"«{s.Name}»"))}."
            );
        return sheet is { Rows: > 0, Columns: > 0 } ? sheet : throw TableUnreadable.NoRows($"Лист «{sheet.Name}» пуст.");
    }

    /// <summary>The beginning of a sheet with its columns, the header guessed unless it is given.</summary>
    /// <param name="sheet">Null takes the default sheet.</param>
    /// <param name="headerRow">With <paramref name="firstRow"/>: rows as people chose them, see <see cref="Domain.Imports.MappingSpec"/>.</param>
    /// <param name="firstRow">The first row of data.</param>
    public TablePreview Preview(string? sheet = null, int? headerRow = null, int? firstRow = null)
    {
        var of = Sheet(sheet);
        using var source = Source(of, CellOverrides.None);
        return TablePreview.Of(of, source, _ndjson?.Names, headerRow is { } h && firstRow is { } f ? (h, f) : null);
    }

    /// <summary>Reads a sheet from its first row. Each call reads the file anew; several may run at once.</summary>
    /// <param name="sheet">Null takes the default sheet.</param>
    /// <param name="overrides">Corrections laid over the file.</param>
    public TableReader Read(string? sheet = null, CellOverrides? overrides = null)
    {
        overrides ??= CellOverrides.None;
        return new(Source(Sheet(sheet), overrides), overrides);
    }

    public void Dispose()
    {
        _book?.Dispose();
        if (_unpacked is not null)
            File.Delete(_unpacked);
    }

    RowSource Source(TableSheet sheet, CellOverrides overrides) =>
        _csv is not null ? new CsvSource(_path, _csv, _limits)
        : _ndjson is not null ? new NdjsonSource(_path, _ndjson, _limits)
        : _book!.Read(Sheets.ToList().IndexOf(sheet), overrides);

    static bool IsGzip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[2];
        return file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && FormatSniffer.IsGzip(head);
    }

    static Encoding EncodingOf(string path)
    {
        using var file = File.OpenRead(path);
        return TextEncoding.Of(file);
    }
}
