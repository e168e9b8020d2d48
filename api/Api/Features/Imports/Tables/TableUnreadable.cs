using System.Globalization;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>A file that cannot be read as a table at all. Single bad rows are no reason for it: see <see cref="TableRow.Problem"/>.</summary>
/// <param name="code">
/// <c>file-empty</c>, <c>file-encrypted</c>, <c>file-unreadable</c>, <c>file-too-large</c>, <c>sheet-empty</c> or <c>encoding-unknown</c>.
/// </param>
/// <param name="message">A Russian sentence that says what is wrong and how to cure it.</param>
public sealed class TableUnreadable(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = "\u00A0" };

    /// <summary>Stable machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>A number as Russian texts have it: «1 000 000».</summary>
    internal static string Count(long number) => number.ToString("#,0", Spaced);

    internal static TableUnreadable Empty() => new("file-empty", "Файл пуст. Выберите файл с таблицей.");

    internal static TableUnreadable Encrypted(Exception? cause = null) =>
        new(
            "file-encrypted",
            "Файл защищён паролем. Снимите пароль в Excel («Файл → Сведения → Защита книги») и загрузите файл снова.",
            cause
        );

    internal static TableUnreadable Broken(string why, Exception? cause = null) =>
        new("file-unreadable", $"{why} Принимаются таблицы .xlsx, .xls, .csv, .tsv и .ndjson, также сжатые gzip.", cause);

    internal static TableUnreadable TooLarge(string why) => new("file-too-large", why);

    internal static TableUnreadable NoRows(string message) => new("sheet-empty", message);

    internal static TableUnreadable UnknownEncoding(string message) => new("encoding-unknown", message);
}
