using System.Diagnostics.CodeAnalysis;

namespace Opora.Api.Http;

/// <summary>An enum in a query string: the exact name of a member. The framework's own binding takes numbers, too.</summary>
/// <param name="Value">The member.</param>
public readonly record struct WireEnum<T>(T Value) : IParsable<WireEnum<T>>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public static WireEnum<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var value) ? value : throw new FormatException($"«{s}» is no {typeof(T).Name}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WireEnum<T> result)
    {
        var known = s is not null && Enum.IsDefined(typeof(T), s);
        result = known ? new WireEnum<T>(Enum.Parse<T>(s!)) : default;
        return known;
    }
}
