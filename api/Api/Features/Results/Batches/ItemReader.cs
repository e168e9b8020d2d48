using System.Text.Json;
using Opora.Api.Batches;
using Opora.Api.Http;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Batches;

/// <summary>An item as it was read.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="SchoolCode">Code of a school; null when the result is a place's.</param>
/// <param name="PlaceCode">Code of a place; null when the result is a school's.</param>
/// <param name="Result">What came out.</param>
internal readonly record struct ReadItem(int Index, string? SchoolCode, string? PlaceCode, ResultDraft Result);

/// <summary>Reads items field by field: nothing is coerced, and all that is wrong with an item is told, not the first only.</summary>
internal ref struct ItemReader(ReadOnlySpan<byte> body, BatchErrors errors, int thisYear)
{
    private const int MeanDecimals = 3;
    private const int PercentDecimals = 2;
    private const int NameLength = 80;
    private const ItemField Key =
        ItemField.SchoolCode
        | ItemField.PlaceCode
        | ItemField.Year
        | ItemField.Assessment
        | ItemField.Subject
        | ItemField.Grade
        | ItemField.Sitting;
    private static readonly ItemField[] Needed = [ItemField.Year, ItemField.Assessment, ItemField.Subject, ItemField.Grade];
    private const ItemField ValueFields = ItemField.Mean | ItemField.BelowThreshold | ItemField.Marks | ItemField.MarksPercent;

    private readonly ReadOnlySpan<byte> _body = body;
    private int _index;
    private ItemField _seen;
    private ItemField _given;
    private ItemField _faulty;

    /// <summary>The items of which it is known whose result of what they are, right or wrong.</summary>
    public List<ReadItem> Items { get; } = [];

    /// <summary>Reads the item at which the reader stands, to its end.</summary>
    public void Read(ref Utf8JsonReader json, int index)
    {
        (_index, _seen, _given, _faulty) = (index, ItemField.None, ItemField.None, ItemField.None);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            errors.Add(index, "", "object-invalid", "Результат должен быть объектом с полями.", Token(ref json));
            return;
        }
        string? schoolCode = null,
            placeCode = null,
            subject = null,
            sitting = null;
        Assessment? assessment = null;
        int? year = null,
            grade = null;
        var values = default(ResultValues);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Next(ref json);
            switch (field)
            {
                case ItemField.SchoolCode:
                    schoolCode = Text(ref json, field);
                    break;
                case ItemField.PlaceCode:
                    placeCode = Text(ref json, field);
                    break;
                case ItemField.Year:
                    year = Number(ref json, field, 0);
                    break;
                case ItemField.Assessment:
                    assessment = Kind(ref json);
                    break;
                case ItemField.Subject:
                    subject = Text(ref json, field);
                    break;
                case ItemField.Grade:
                    grade = Number(ref json, field, 0);
                    break;
                case ItemField.Sitting:
                    sitting = Text(ref json, field);
                    break;
                case ItemField.Participants:
                    values = values with { Participants = Number(ref json, field, 0) };
                    break;
                case ItemField.Mean:
                    values = values with { MeanThousandths = Number(ref json, field, MeanDecimals) };
                    break;
                case ItemField.BelowThreshold:
                    values = values with { BelowThreshold = Number(ref json, field, 0) };
                    break;
                case ItemField.Marks:
                    Marks(ref json, field, MarksForm.Counts, ref values);
                    break;
                case ItemField.MarksPercent:
                    Marks(ref json, field, MarksForm.Percent, ref values);
                    break;
            }
        }
        CheckGiven();
        if (assessment is not { } kind)
            return;
        var draft = new ResultDraft(year ?? 0, kind, subject ?? "", grade ?? 0, sitting ?? "", values);
        CheckRules(draft);
        if ((_faulty & Key) == ItemField.None)
            Items.Add(new ReadItem(index, schoolCode, placeCode, draft));
    }

    // The value stands next; of what is unknown or told twice nothing is read.
    private ItemField Next(ref Utf8JsonReader json)
    {
        var field = ItemFields.At(ref json);
        if (field != ItemField.None && (_seen & field) == ItemField.None)
        {
            _seen |= field;
            json.Read();
            if (json.TokenType != JsonTokenType.Null)
                _given |= field;
            return field;
        }
        if (field == ItemField.None)
            Unknown("", json.GetString()!, null);
        else
            Fault(field, "duplicate-property", $"Поле «{field.Name()}» указано в одном результате дважды.");
        json.Read();
        json.Skip();
        return ItemField.None;
    }

    private readonly void Unknown(string within, string name, string? allowed)
    {
        var shown = BatchErrors.Shown(name, NameLength);
        allowed ??= ItemFields.Nearest(shown);
        errors.Add(
            _index,
            within + JsonPointer.Escape(shown),
            "unknown-property",
            $"Поле «{shown}» неизвестно. Возможно, имелось в виду: {allowed}.",
            shown,
            allowed
        );
    }

    private string? Text(ref Utf8JsonReader json, ItemField field)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.String)
            return NoText(ref json, field);
        var text = json.GetString()!;
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().Trim().Length == text.Length)
            return text;
        Fault(
            field,
            "text-invalid",
            $"В поле «{field.Name()}» есть пробелы по краям или управляющие знаки: уберите их.",
            BatchErrors.Shown(text)
        );
        return null;
    }

    private string? NoText(ref Utf8JsonReader json, ItemField field)
    {
        Fault(field, "text-invalid", $"В поле «{field.Name()}» нужен текст в кавычках.", Token(ref json));
        return null;
    }

    private Assessment? Kind(ref Utf8JsonReader json)
    {
        if (Text(ref json, ItemField.Assessment) is not { } text)
            return null;
        if (WireEnum<Assessment>.TryParse(text, null, out var known))
            return known.Value;
        Fault(
            ItemField.Assessment,
            "assessment-unknown",
            $"Процедура «{BatchErrors.Shown(text)}» неизвестна.",
            BatchErrors.Shown(text),
            string.Join(", ", Enum.GetNames<Assessment>())
        );
        return null;
    }

    private int? Number(ref Utf8JsonReader json, ItemField field, int decimals, string? member = null)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        var name = field.Name() + member;
        if (json.TokenType != JsonTokenType.Number)
        {
            Fault(field, "number-invalid", $"В поле «{name}» нужно число без кавычек.", Token(ref json), null, member);
            return null;
        }
        switch (ExactNumber.Read(json.ValueSpan, decimals, out var scaled))
        {
            case NumberFit.Fits:
                return scaled;
            case NumberFit.TooLarge:
                Fault(field, ResultRules.OutOfRange, $"Число в поле «{name}» слишком велико.", Token(ref json), null, member);
                return null;
            default:
                if (decimals == 0)
                    Fault(field, "number-invalid", $"В поле «{name}» нужно целое число.", Token(ref json), null, member);
                else
                    Fault(
                        field,
                        "decimals-too-many",
                        $"В поле «{name}» знаков после запятой больше, чем {decimals}: округлите число.",
                        Token(ref json),
                        $"{decimals}",
                        member
                    );
                return null;
        }
    }

    private void Marks(ref Utf8JsonReader json, ItemField field, MarksForm form, ref ResultValues values)
    {
        if (json.TokenType == JsonTokenType.Null)
            return;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fault(field, "object-invalid", $"В поле «{field.Name()}» нужен объект с отметками.", Token(ref json), "2, 3, 4, 5");
            return;
        }
        Span<int?> marks = [null, null, null, null];
        var told = 0;
        var decimals = form == MarksForm.Counts ? 0 : PercentDecimals;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var mark =
                json.ValueTextEquals("2"u8) ? 0
                : json.ValueTextEquals("3"u8) ? 1
                : json.ValueTextEquals("4"u8) ? 2
                : json.ValueTextEquals("5"u8) ? 3
                : -1;
            if (mark < 0)
                Unknown(field.Name() + "/", json.GetString()!, "2, 3, 4, 5");
            json.Read();
            if (mark >= 0 && (told & (1 << mark)) == 0)
            {
                told |= 1 << mark;
                marks[mark] = Number(ref json, field, decimals, $"/{mark + 2}");
                json.Skip();
                continue;
            }
            if (mark >= 0)
                Fault(field, "duplicate-property", "Отметка указана дважды.", null, null, $"/{mark + 2}");
            json.Skip();
        }
        values = values with { MarksForm = form, Mark2 = marks[0], Mark3 = marks[1], Mark4 = marks[2], Mark5 = marks[3] };
    }

    private void CheckGiven()
    {
        foreach (var field in Needed)
            if (((_given | _faulty) & field) == ItemField.None)
                Fault(field, "required", $"Не указано обязательное поле «{field.Name()}».");
        const ItemField Places = ItemField.SchoolCode | ItemField.PlaceCode;
        if ((_given & Places) == Places)
            Fault(ItemField.PlaceCode, "place-ambiguous", "Указаны и школа, и территория: может быть только одно из двух.");
        else if ((_given & Places) == ItemField.None)
            Fault(ItemField.SchoolCode, "required", "Укажите код школы (schoolCode) или территории (placeCode).");
        const ItemField BothMarks = ItemField.Marks | ItemField.MarksPercent;
        if ((_given & BothMarks) == BothMarks)
            Fault(ItemField.MarksPercent, "marks-ambiguous", "Указаны и числа, и доли отметок: оставьте одно из двух.");
    }

    // What could not be read has been told already: what the rules say of it is not.
    private void CheckRules(in ResultDraft draft)
    {
        foreach (var fault in ResultRules.Check(draft, thisYear))
        {
            var field = ItemFields.OfPath(fault.Field);
            var related = field is ItemField.Marks or ItemField.MarksPercent ? ItemField.Marks | ItemField.MarksPercent : field;
            if (fault.Code == ResultRules.ValueMissing && field == ItemField.Mean)
                related = ValueFields;
            if ((_faulty & related) == ItemField.None)
                errors.Add(_index, fault.Field, fault.Code, fault.Message + ".", Cut(fault.Value), fault.Allowed);
        }
    }

    private static string? Cut(string? value) => value is null ? null : BatchErrors.Shown(value);

    private void Fault(ItemField field, string code, string message, string? value = null, string? allowed = null, string? member = null)
    {
        _faulty |= field;
        errors.Add(_index, field.Name() + member, code, message, value, allowed);
    }

    // The text inside the quotes of a string, anything else as it was sent; the reader stands at its end then.
    private readonly string Token(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
            return BatchErrors.Shown(json.GetString()!);
        var from = (int)json.TokenStartIndex;
        json.Skip();
        return BatchReader.Raw(_body[from..(int)json.BytesConsumed]);
    }
}
