using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Opora.Api.Http;

/// <summary>An enum in a query string: the exact name of a member as JSON writes it. The framework's own binding takes numbers, too.</summary>
/// <param name="Value">The member.</param>
public readonly record struct WireEnum<T>(T Value) : IParsable<WireEnum<T>>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Members = typeof(T)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(WireNames.Of, f => (T)f.GetValue(null)!, StringComparer.Ordinal);

    /// <inheritdoc/>
    public static WireEnum<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var value) ? value : throw new FormatException($"«{s}» is no {typeof(T).Name}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WireEnum<T> result)
    {
        var known = Members.TryGetValue(s ?? "", out var value);
        result = new WireEnum<T>(value);
        return known;
    }
}

/// <summary>Names of enum members as JSON writes them.</summary>
internal static class WireNames
{
    /// <summary>The names of all members of an enum.</summary>
    public static string All(Type type) => string.Join(", ", type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Of));

    /// <summary>The name of a member.</summary>
    public static string Of(FieldInfo member) => member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? member.Name;
}
