using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Opora.Api.Http;

namespace Opora.Api.Features.Results.Batches;

/// <summary>The items of a batch: those that could be read, how many there were, and what is wrong so far.</summary>
internal sealed record ReadBatch(IReadOnlyList<ReadItem> Items, int Received, BatchErrors Errors);

/// <summary>Reads the body of a batch item by item, so that each wrong item is told. Only a body that is no JSON is refused as such.</summary>
internal static class BatchReader
{
    /// <summary>Most items of a batch.</summary>
    public const int MostItems = 5_000;

    /// <summary>Reads a whole body.</summary>
    /// <param name="body">JSON in UTF-8.</param>
    /// <param name="thisYear">The current calendar year, for the rules.</param>
    /// <exception cref="Problem">400: no JSON, or no list of items; 422: too many items.</exception>
    public static ReadBatch Read(ReadOnlySpan<byte> body, int thisYear)
    {
        if (!Utf8.IsValid(body))
            throw Problems.Malformed("Тело запроса не в кодировке UTF-8.");
        // Windows programs begin with a byte order mark, which a reader of JSON may skip.
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            throw Problems.Malformed("Тело запроса пусто: в нём должен быть объект со списком «items».");
        try
        {
            return ReadItems(body, thisYear);
        }
        catch (JsonException e)
        {
            throw Problems.Malformed(
                $"Тело запроса — не JSON: ошибка в строке {e.LineNumber + 1}, позиция {e.BytePositionInLine + 1} (в байтах)."
            );
        }
        catch (InvalidOperationException)
        {
            // The reader's word for «\ud800» without its other half.
            throw Problems.Malformed("В теле запроса есть текст с неверной последовательностью \\u.");
        }
    }

    private static ReadBatch ReadItems(ReadOnlySpan<byte> body, int thisYear)
    {
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw NoItems("");
        var errors = new BatchErrors();
        var items = new ItemReader(body, errors, thisYear);
        int? received = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("items"u8))
                throw Unknown(json.GetString()!);
            if (received is not null || !json.Read() || json.TokenType != JsonTokenType.StartArray)
                throw NoItems("/items");
            received = 0;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (received < MostItems)
                    items.Read(ref json, received.Value);
                else
                    json.Skip();
                received++;
            }
        }
        if (json.Read())
            throw NoItems("");
        return received switch
        {
            null => throw NoItems("/items"),
            0 => throw Problems.Validation("/items", "required", "В пакете нет ни одного результата.", null, $"1..{MostItems}"),
            > MostItems => throw TooMany(received.Value),
            _ => new ReadBatch(items.Items, received.Value, errors),
        };
    }

    private static Problem NoItems(string pointer)
    {
        const string Detail = "Тело запроса должно быть объектом с одним списком «items».";
        return Problems.Malformed(Detail, [new ErrorItem(pointer, "malformed", Detail)]);
    }

    private static Problem Unknown(string name)
    {
        var shown = BatchErrors.Shown(name);
        var detail = $"Поле «{shown}» в пакете неизвестно: в нём может быть только «items».";
        return Problems.Malformed(detail, [new ErrorItem("/" + JsonPointer.Escape(shown), "unknown-property", detail, shown, "items")]);
    }

    private static Problem TooMany(int received)
    {
        var detail = $"В пакете {received} результатов, а может быть не больше {MostItems}: разделите его или отправьте файлом.";
        var count = received.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.Unprocessable(
            "too-many-items",
            detail,
            [new ErrorItem("/items", "too-many-items", detail, count, $"1..{MostItems}")]
        );
    }

    /// <summary>A token as it was sent, for showing.</summary>
    internal static string Raw(ReadOnlySpan<byte> token)
    {
        const int Most = 200;
        return BatchErrors.Shown(Encoding.UTF8.GetString(token[..Math.Min(token.Length, Most)]));
    }
}
