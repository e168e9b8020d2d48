using System.Text;
using System.Text.Json;
using Opora.Api.Http;
using Opora.Domain;

namespace Opora.Api.Features.Results.Batches;

/// <summary>The fields of an item, for sets of them.</summary>
[Flags]
internal enum ItemField
{
    None = 0,
    SchoolCode = 1,
    PlaceCode = 1 << 1,
    Year = 1 << 2,
    Assessment = 1 << 3,
    Subject = 1 << 4,
    Grade = 1 << 5,
    Sitting = 1 << 6,
    Participants = 1 << 7,
    Mean = 1 << 8,
    BelowThreshold = 1 << 9,
    Marks = 1 << 10,
    MarksPercent = 1 << 11,
}

/// <summary>Names of fields on the wire.</summary>
internal static class ItemFields
{
    private static readonly (ItemField Field, string Name, byte[] Utf8)[] Known =
    [
        .. Enum.GetValues<ItemField>().Where(f => f != ItemField.None).Select(f => (f, Camel(f), Encoding.UTF8.GetBytes(Camel(f)))),
    ];

    /// <summary>The name of a field.</summary>
    public static string Name(this ItemField field)
    {
        foreach (var known in Known)
            if (known.Field == field)
                return known.Name;
        throw new ArgumentOutOfRangeException(nameof(field), field, null);
    }

    /// <summary>The field whose name the reader stands at; None when there is no such field.</summary>
    public static ItemField At(ref Utf8JsonReader json)
    {
        foreach (var (field, _, utf8) in Known)
            if (json.ValueTextEquals(utf8))
                return field;
        return ItemField.None;
    }

    /// <summary>The field to which a fault of the rules belongs.</summary>
    public static ItemField OfPath(string path)
    {
        var name = path.Split('/')[0];
        foreach (var known in Known)
            if (known.Name == name)
                return known.Field;
        return ItemField.None;
    }

    /// <summary>The known name that an unknown one most resembles; all of them when it resembles none.</summary>
    public static string Nearest(string unknown) =>
        NearestName.Of(unknown, Known.Select(k => k.Name)) ?? string.Join(", ", Known.Select(k => k.Name));

    private static string Camel(ItemField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
