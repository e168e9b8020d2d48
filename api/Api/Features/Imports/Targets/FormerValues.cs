using System.Globalization;
using System.Text.Json;
using Opora.Domain;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>What the history says that a thing was before an import changed it.</summary>
internal sealed class FormerValues(ChangeEntry entry)
{
    private readonly Dictionary<string, (string? From, string? To)> _fields = JsonDocument
        .Parse(entry.Changes)
        .RootElement.EnumerateArray()
        .ToDictionary(
            c => c.GetProperty("field").GetString()!,
            c => (c.GetProperty("from").GetString(), c.GetProperty("to").GetString()),
            StringComparer.Ordinal
        );

    /// <summary>Whether the import made the thing.</summary>
    public bool WasMade { get; } = entry.Action == "created";

    /// <summary>Key of the thing.</summary>
    public string Key { get; } = entry.ThingKey;

    /// <summary>Type of the thing.</summary>
    public string Thing { get; } = entry.Thing;

    /// <summary>The former text of a field that was changed; the present one of another.</summary>
    public string? Text(string field, string? present) => _fields.TryGetValue(field, out var change) ? change.From : present;

    /// <summary>The same for a number.</summary>
    public int? Number(string field, int? present) =>
        !_fields.TryGetValue(field, out var change) ? present
        : change.From is { } from ? int.Parse(from, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The same for a member of an enum.</summary>
    public T Member<T>(string field, T present)
        where T : struct, Enum => _fields.TryGetValue(field, out var change) ? Enum.Parse<T>(change.From!) : present;

    /// <summary>The same for a day.</summary>
    public DateOnly Day(string field, DateOnly present) =>
        _fields.TryGetValue(field, out var change)
            ? DateOnly.ParseExact(change.From!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : present;

    /// <summary>The same for a day that may be absent.</summary>
    public DateOnly? DayOrNone(string field, DateOnly? present) =>
        !_fields.TryGetValue(field, out var change) ? present
        : change.From is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether the import left this text in the field, or did not touch it.</summary>
    public bool Left(string field, string? text) => !_fields.TryGetValue(field, out var change) || change.To == text;
}
