using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Opora.Api.Http;

/// <summary>A parameter of the path or query that could not be read: which one, what was sent, what would do.</summary>
internal static partial class BoundParameter
{
    private const int ShownLength = 100;

    /// <summary>What the framework's refusal means to the sender.</summary>
    public static Problem Problem(BadHttpRequestException refusal, Endpoint? endpoint, HttpRequest request)
    {
        var quoted = Quoted().Match(refusal.Message);
        if (!quoted.Success)
            return Problems.Malformed("Запрос не разобран: проверьте адрес, параметры и тело.");
        var name = JsonNamingPolicy.CamelCase.ConvertName(quoted.Groups["name"].Value);
        var sent = request.Query.TryGetValue(name, out var values) ? values.ToString() : request.RouteValues[name]?.ToString();
        if (sent?.Length > ShownLength)
            sent = sent[..ShownLength] + "…";
        var allowed = Allowed(endpoint, quoted.Groups["name"].Value);
        var detail = $"Параметр «{name}» пропущен или неверного вида." + (allowed is null ? "" : $" Допустимо: {allowed}.");
        return Problems.Malformed(detail, [new ErrorItem("/" + JsonPointer.Escape(name), "malformed", detail, sent, allowed)]);
    }

    // A route takes one record whose members are its parameters.
    private static string? Allowed(Endpoint? endpoint, string name)
    {
        var members = endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(p => p.ParameterType) ?? [];
        var type = members.Select(m => m.GetProperty(name)?.PropertyType).FirstOrDefault(t => t is not null);
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(bool) ? "true, false"
            : type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(WireEnum<>)
                ? WireNames.All(type.GenericTypeArguments[0])
            : null;
    }

    // «Failed to bind parameter "int Page" from "x".», «Required parameter "string name" was not provided …»
    [GeneratedRegex("parameter \"(?:[^\" ]+ )?(?<name>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Quoted();
}
