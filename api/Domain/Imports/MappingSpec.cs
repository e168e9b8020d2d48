using System.Text.Json;
using System.Text.Json.Serialization;

namespace Opora.Domain.Imports;

/// <summary>
/// How the columns of a table become fields: what the wizard edits, what is saved under a name and sent as JSON.
/// <para>
/// A data row yields one item per series, each made of the row-wide constants and columns and the series' own, which win. Without
/// series the row yields one item. Columns are named by letter as in a spreadsheet (<c>A</c> … <c>XFD</c>), for every file format.
/// </para>
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MappingSpec
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The sheet's name; null takes the first sheet that is shown and not empty.</summary>
    public string? Sheet { get; init; }

    /// <summary>The first row of the header, 1-based as in the file; 0 when there is none. The header ends before <see cref="FirstRow"/>.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>The first row of data, 1-based as in the file.</summary>
    public int FirstRow { get; init; } = 2;

    /// <summary>Field → value for every item of the table.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Field → column letter for every item of the table.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Items that stand side by side in one row: years, school and region, subjects.</summary>
    public IReadOnlyList<SeriesSpec> Series { get; init; } = [];

    /// <summary>
    /// Of staff lists: the day on which the file is the whole staff of each school in it; who stands there no more is then marked as left
    /// on that day. Null when the file only adds to what is known. Never saved under a name: next year's day is another.
    /// </summary>
    public DateOnly? WholeStaffOn { get; init; }

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static MappingSpec FromJson(string json) =>
        JsonSerializer.Deserialize<MappingSpec>(json, Json) ?? throw new JsonException("The mapping is null.");
}

/// <summary>One of the items that stand side by side in a row.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeriesSpec
{
    /// <summary>Field → value for the items of this series.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Field → column letter for the items of this series.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
