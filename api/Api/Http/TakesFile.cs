using Microsoft.OpenApi;

namespace Opora.Api.Http;

/// <summary>Marks a route whose body is a file: of the types named, or of any type, alone or as the part <c>file</c> of a form.</summary>
public sealed class TakesFile(params string[] types)
{
    private static readonly string[] Tables =
    [
        "application/octet-stream",
        "text/csv",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    /// <summary>The body as the contract tells it.</summary>
    internal OpenApiRequestBody Body()
    {
        static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };
        var content = (types.Length > 0 ? types : Tables).ToDictionary(
            t => t,
            _ => new OpenApiMediaType { Schema = File() },
            StringComparer.Ordinal
        );
        if (types.Length == 0)
            content["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = File() },
                    Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                },
            };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "The file. What it is is told by its content, not by its type.",
            Content = content,
        };
    }
}
