using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// A workbook on disk. Opening a sheet makes the library look through the whole of it (its size, its merged cells), so the reader that
/// listed a single sheet is kept for whoever reads it first.
/// </summary>
sealed class ExcelBook : IDisposable
{
    readonly string _path;
    readonly ErrorCells _errors;
    IExcelDataReader? _ready;

    public ExcelBook(string path, ErrorCells errors, TableLimits limits)
    {
        (_path, _errors) = (path, errors);
        var reader = Open(path);
        try
        {
            Sheets = Guard(() => List(reader));
            ThrowIfTooLarge(Sheets, limits);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
        if (Sheets.Count == 1)
            _ready = reader;
        else
            reader.Dispose();
    }

    public IReadOnlyList<TableSheet> Sheets { get; }

    public ExcelSource Read(int sheet, CellOverrides overrides)
    {
        var reader = Interlocked.Exchange(ref _ready, null) ?? Open(_path);
        try
        {
            return Guard(() =>
            {
                for (var i = 0; i < sheet; i++)
                    reader.NextResult();
                return new ExcelSource(reader, _errors, overrides);
            });
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Runs what a broken workbook may fail in as many ways as it can be broken: whichever it is, the file is what is wrong.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw TableUnreadable.Encrypted(e);
        }
        catch (Exception e) when (e is not (TableUnreadable or OutOfMemoryException or OperationCanceledException))
        {
            throw TableUnreadable.Broken("Книга Excel повреждена. Откройте её в Excel и сохраните заново как .xlsx.", e);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _ready, null)?.Dispose();

    static IExcelDataReader Open(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            return Guard(() => ExcelReaderFactory.CreateReader(file, new() { FallbackEncoding = Encoding.GetEncoding("windows-1251") }));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    static List<TableSheet> List(IExcelDataReader reader)
    {
        if (reader.ResultsCount == 0)
            throw TableUnreadable.Broken("В книге Excel нет листов.");
        var sheets = new List<TableSheet>();
        while (true)
        {
            var hidden = !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);
            sheets.Add(new(reader.Name, reader.RowCount, reader.FieldCount, hidden));
            if (sheets.Count == reader.ResultsCount || !reader.NextResult())
                return sheets;
        }
    }

    static void ThrowIfTooLarge(IReadOnlyList<TableSheet> sheets, TableLimits limits)
    {
        foreach (var sheet in sheets)
            if (sheet.Rows > limits.MaxRows || sheet.Columns > limits.MaxColumns || (long)sheet.Rows * sheet.Columns > limits.MaxCells)
                throw TableUnreadable.TooLarge(
                    $"На листе «{sheet.Name}» строк: {TableUnreadable.Count(sheet.Rows)}, столбцов: {TableUnreadable.Count(sheet.Columns)}. "
                        + "Это больше, чем принимается за один раз: удалите пустые строки и столбцы или разделите таблицу."
                );
    }
}
