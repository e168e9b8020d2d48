using System.Text;

namespace Opora.Api.Http;

/// <summary>RFC 6901 pointers from the paths that the serializer and the validators know.</summary>
public static class JsonPointer
{
    /// <summary><c>$.activities[0].dueOn</c> → <c>/activities/0/dueOn</c>.</summary>
    public static string FromJsonPath(string? path) => path is null or "$" ? "" : Build(path.TrimStart('$'), camelCase: false);

    /// <summary><c>Body.Activities[0].DueOn</c> → <c>/activities/0/dueOn</c>.</summary>
    public static string FromPropertyPath(string path) =>
        Build(path.StartsWith("Body.", StringComparison.Ordinal) ? path["Body.".Length..] : path, camelCase: true);

    /// <summary>A name as one part of a pointer.</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Build(string path, bool camelCase)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Trim('\'');
            pointer.Append('/').Append(camelCase ? char.ToLowerInvariant(name[0]) + name[1..] : name);
        }
        return pointer.ToString();
    }
}
