using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Http;

/// <summary>
/// What is only answered is answered whole, and may grow; what is sent may leave out what has a default, and nothing unknown may stand
/// in it. Schemas that no route uses are left out.
/// </summary>
internal sealed class OpenApiDirections : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = context.SchemaRepository.Schemas;
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
        {
            foreach (var parameter in operation.Parameters ?? [])
                Follow(parameter.Schema, schemas, used);
            foreach (var media in operation.RequestBody?.Content?.Values ?? [])
                Follow(media.Schema, schemas, sent);
            foreach (var media in operation.Responses!.Values.SelectMany(r => r.Content?.Values ?? []))
                Follow(media.Schema, schemas, used);
        }
        used.UnionWith(sent);
        foreach (var (name, found) in schemas.ToList())
        {
            if (!used.Contains(name))
                schemas.Remove(name);
            if (found is not OpenApiSchema { Properties.Count: > 0 } schema || name == nameof(ProblemDetails))
                continue;
            schema.AdditionalPropertiesAllowed = !sent.Contains(name);
            if (!sent.Contains(name))
                schema.Required = schema.Properties.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    private static void Follow(IOpenApiSchema? schema, Dictionary<string, IOpenApiSchema> schemas, HashSet<string> found)
    {
        if (schema is null)
            return;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (found.Add(id) && schemas.TryGetValue(id, out var target))
                Follow(target, schemas, found);
            return;
        }
        foreach (
            var inner in (schema.Properties?.Values ?? [])
                .Concat(schema.OneOf ?? [])
                .Concat(schema.AllOf ?? [])
                .Append(schema.Items)
                .Append(schema.AdditionalProperties)
        )
            Follow(inner, schemas, found);
    }
}
