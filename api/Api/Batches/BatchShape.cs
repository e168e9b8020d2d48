using System.Globalization;
using System.Text.Json;
using Opora.Api.Http;

namespace Opora.Api.Batches;

/// <summary>What a batch is around its items, and how it is refused when it is something else.</summary>
internal static class BatchShape
{
    /// <summary>Most items of a batch.</summary>
    public const int MostItems = 5_000;

    /// <summary>No object with one list «items».</summary>
    public static Problem NoItems(string pointer)
    {
        const string Detail = "Тело запроса должно быть объектом с одним списком «items».";
        return Problems.Malformed(Detail, [new ErrorItem(pointer, "malformed", Detail)]);
    }

    /// <summary>Something beside the list.</summary>
    public static Problem Unknown(string name)
    {
        var shown = BatchErrors.Shown(name);
        var detail = $"Поле «{shown}» в пакете неизвестно: в нём может быть только «items».";
        return Problems.Malformed(detail, [new ErrorItem("/" + JsonPointer.Escape(shown), "unknown-property", detail, shown, "items")]);
    }

    /// <summary>An empty list.</summary>
    public static Problem Empty() => Problems.Validation("/items", "required", "В пакете нет ни одной записи.", null, $"1..{MostItems}");

    /// <summary>Too long a list.</summary>
    public static Problem TooMany(int received)
    {
        var detail = $"В пакете {received} записей, а может быть не больше {MostItems}: разделите его или отправьте файлом.";
        var count = received.ToString(CultureInfo.InvariantCulture);
        return Problems.Unprocessable(
            "too-many-items",
            detail,
            [new ErrorItem("/items", "too-many-items", detail, count, $"1..{MostItems}")]
        );
    }

    /// <summary>No JSON.</summary>
    public static Problem NoJson(JsonException e) =>
        Problems.Malformed($"Тело запроса — не JSON: ошибка в строке {e.LineNumber + 1}, позиция {e.BytePositionInLine + 1} (в байтах).");

    /// <summary>Half of a pair of \u escapes.</summary>
    public static Problem NoText() => Problems.Malformed("В теле запроса есть текст с неверной последовательностью \\u.");
}
