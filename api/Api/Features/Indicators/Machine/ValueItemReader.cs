using System.Text;
using System.Text.Json;
using Opora.Api.Batches;
using Opora.Api.Entry;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>The items of a batch: those that could be read, how many there were, and what is wrong so far.</summary>
internal sealed record ReadValues(IReadOnlyList<SentValue> Items, int Received, BatchErrors Errors);

/// <summary>Reads items field by field: nothing is coerced, and all that is wrong with an item is told, not the first only.</summary>
internal sealed class ValueItemReader(BatchErrors errors)
{
    private const int Decimals = 3;
    private static readonly string[] Fields =
    [
        "indicatorCode",
        "placeCode",
        "period",
        "breakdown",
        "numerator",
        "denominator",
        "percent",
        "value",
    ];

    private int _index;
    private bool _wrong;

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="Problem">400: no JSON, or no list of items; 422: too many items.</exception>
    public static ReadValues Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref json);
            if (json.Read())
                throw BatchShape.NoItems("");
            return Items(document.RootElement);
        }
        catch (JsonException e)
        {
            throw BatchShape.NoJson(e);
        }
        catch (InvalidOperationException)
        {
            throw BatchShape.NoText();
        }
    }

    private static ReadValues Items(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw BatchShape.NoItems("");
        JsonElement? list = null;
        foreach (var member in root.EnumerateObject())
        {
            if (member.Name != "items")
                throw BatchShape.Unknown(member.Name);
            if (list is not null || member.Value.ValueKind != JsonValueKind.Array)
                throw BatchShape.NoItems("/items");
            list = member.Value;
        }
        if (list is not { } items)
            throw BatchShape.NoItems("/items");
        var received = items.GetArrayLength();
        if (received == 0)
            throw BatchShape.Empty();
        if (received > BatchShape.MostItems)
            throw BatchShape.TooMany(received);
        var errors = new BatchErrors();
        var reader = new ValueItemReader(errors);
        return new ReadValues([.. items.EnumerateArray().Select(reader.Item).OfType<SentValue>()], received, errors);
    }

    private SentValue? Item(JsonElement item, int index)
    {
        (_index, _wrong) = (index, false);
        if (item.ValueKind != JsonValueKind.Object)
        {
            errors.Add(index, "", "object-invalid", "Значение должно быть объектом с полями.", Shown(item));
            return null;
        }
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
            if (!Fields.Contains(member.Name, StringComparer.Ordinal))
                Unknown(member.Name);
            else if (!given.TryAdd(member.Name, member.Value))
                Fault(member.Name, "duplicate-property", "Поле указано дважды.");
        foreach (var nothing in given.Where(g => g.Value.ValueKind == JsonValueKind.Null).Select(g => g.Key).ToList())
            given.Remove(nothing);

        var indicator = Text(given, "indicatorCode", needed: true);
        var place = Text(given, "placeCode", needed: true);
        var breakdown = Text(given, "breakdown", needed: false) ?? Breakdown.Whole;
        var period = default(Period);
        if (Text(given, "period", needed: true) is { } text && !Period.TryParse(text, out period))
            Fault(
                "period",
                "period-invalid",
                $"«{BatchErrors.Shown(text)}» — не период.",
                BatchErrors.Shown(text),
                "2019, 2019/2020, 2019/2020-H1, 2019-Q2"
            );
        var (numerator, denominator) = (Number(given, "numerator", 0), Number(given, "denominator", 0));
        var (percent, value) = (Number(given, "percent", Decimals), Number(given, "value", Decimals));
        Forms(given);
        if (_wrong)
            return null;
        return new SentValue(
            index,
            indicator!,
            place!,
            period,
            breakdown,
            numerator is { } n && denominator is { } d ? (n, d) : null,
            percent,
            value
        );
    }

    // A value has one form: two numbers, a percentage, or one number.
    private void Forms(Dictionary<string, JsonElement> given)
    {
        var (numerator, denominator) = (given.ContainsKey("numerator"), given.ContainsKey("denominator"));
        var forms = (numerator || denominator ? 1 : 0) + (given.ContainsKey("percent") ? 1 : 0) + (given.ContainsKey("value") ? 1 : 0);
        if (forms == 0)
            Fault("", "value-missing", "Значения нет: укажите numerator и denominator, percent или value.");
        else if (forms > 1)
            Fault("", "value-ambiguous", "Значение указано несколькими способами: оставьте один.");
        else if (numerator != denominator)
            Fault(numerator ? "denominator" : "numerator", "required", "У доли указывают и числитель, и знаменатель.");
    }

    private string? Text(Dictionary<string, JsonElement> given, string field, bool needed)
    {
        if (!given.TryGetValue(field, out var value))
        {
            if (needed)
                Fault(field, "required", $"Не указано обязательное поле «{field}».");
            return null;
        }
        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(field, "text-invalid", $"В поле «{field}» нужен текст в кавычках.", Shown(value));
            return null;
        }
        var text = value.GetString()!;
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().Trim().Length == text.Length)
            return text;
        Fault(field, "text-invalid", $"В поле «{field}» есть пробелы по краям или управляющие знаки: уберите их.", BatchErrors.Shown(text));
        return null;
    }

    private long? Number(Dictionary<string, JsonElement> given, string field, int decimals)
    {
        if (!given.TryGetValue(field, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number)
        {
            Fault(field, "number-invalid", $"В поле «{field}» нужно число без кавычек.", Shown(value));
            return null;
        }
        switch (ExactNumber.Read(Encoding.UTF8.GetBytes(value.GetRawText()), decimals, out var scaled))
        {
            case NumberFit.Fits:
                return scaled;
            case NumberFit.TooLarge:
                Fault(field, "out-of-range", $"Число в поле «{field}» слишком велико.", Shown(value));
                return null;
            default:
                if (decimals == 0)
                    Fault(field, "number-invalid", $"В поле «{field}» нужно целое число.", Shown(value));
                else
                    Fault(
                        field,
                        "decimals-too-many",
                        $"В поле «{field}» знаков после запятой больше, чем {decimals}: округлите число.",
                        Shown(value),
                        $"{decimals}"
                    );
                return null;
        }
    }

    private void Unknown(string name)
    {
        var shown = BatchErrors.Shown(name);
        var nearest = NearestName.Of(name, Fields);
        Fault(
            JsonPointer.Escape(shown),
            "unknown-property",
            nearest is null ? $"Поле «{shown}» неизвестно." : $"Поле «{shown}» неизвестно. Возможно, имелось в виду: {nearest}.",
            shown,
            nearest
        );
    }

    private void Fault(string field, string code, string message, string? value = null, string? allowed = null)
    {
        _wrong = true;
        errors.Add(_index, field, code, message, value, allowed);
    }

    private static string Shown(JsonElement value) =>
        BatchErrors.Shown(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
