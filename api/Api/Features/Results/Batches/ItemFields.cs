using System.Text;
using System.Text.Json;

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
    public static string Nearest(string unknown)
    {
        var (nearest, least) = ("", int.MaxValue);
        foreach (var (_, name, _) in Known)
            if (Distance(unknown, name) is var distance && distance < least)
                (nearest, least) = (name, distance);
        return least <= nearest.Length / 2 ? nearest : string.Join(", ", Known.Select(k => k.Name));
    }

    private static string Camel(ItemField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    // Levenshtein's distance, case ignored.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > b.Length)
            return int.MaxValue;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
