using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Opora.Domain;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Http;

/// <summary>Names of schemas: nested types carry the slice's name, <c>ReviseSchoolBody</c>; generics what they hold, <c>PageOfSchoolSummary</c>.</summary>
internal static class SchemaNames
{
    /// <summary>The name of a type.</summary>
    public static string Of(Type type)
    {
        var outer = type is { IsNested: true, IsGenericParameter: false } ? Of(type.DeclaringType!) : "";
        var name = type.Name.Split('`')[0];
        return outer + name + string.Concat(type.GetGenericArguments().Select(Of));
    }
}

/// <summary>Tells of each schema what the serializer really does: what may be null, what must be sent, what a text must look like.</summary>
internal sealed class OpenApiSchemas : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema open)
            return;
        var type = Nullable.GetUnderlyingType(context.Type) ?? context.Type;
        if (type == typeof(Period))
            Become(open, PeriodSchema());
        else if (type == typeof(decimal))
            open.Format = null;
        else if (type.IsEnum)
            open.Description = Describe(type);
        else if (type == typeof(ProblemDetails))
            DescribeProblem(open, context);
        else if (open.Properties is { Count: > 0 } && type.Namespace?.StartsWith("Opora.", StringComparison.Ordinal) == true)
            DescribeObject(open, type);
    }

    private static OpenApiSchema PeriodSchema() =>
        new()
        {
            Type = JsonSchemaType.String,
            Pattern = "^[0-9]{4}(/[0-9]{4})?(-(H[12]|Q[1-4]))?$",
            Description = "A calendar year `2019`, a school year `2019/2020`, a half `2019/2020-H1` or a quarter `2019-Q2` of either.",
            Examples = [JsonValue.Create("2019/2020")],
        };

    private static void Become(OpenApiSchema schema, OpenApiSchema other)
    {
        (schema.Type, schema.Pattern, schema.Description, schema.Examples) = (other.Type, other.Pattern, other.Description, other.Examples);
        schema.Properties = null;
        schema.AdditionalPropertiesAllowed = true;
    }

    private static string Describe(Type type) =>
        string.Join(
            '\n',
            Enum.GetNames(type)
                .Select(name => $"- `{WireNames.Of(type.GetField(name)!)}`: {XmlDocs.Of(type, name)}")
                .Prepend("")
                .Prepend(XmlDocs.Of(type) ?? SchemaNames.Of(type))
        );

    private static void DescribeProblem(OpenApiSchema schema, SchemaFilterContext context)
    {
        static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

        var item = context.SchemaGenerator.GenerateSchema(typeof(ErrorItem), context.SchemaRepository);
        Quiet(item);
        schema.Description = "A refusal, RFC 9457.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("`/problems/{code}`."),
            ["title"] = Text("Short Russian title."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP status." },
            ["detail"] = Text("Russian text that the user can act on."),
            ["code"] = Text("Stable code, for programs."),
            ["traceId"] = Text("Number of the request, to be told to support."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = item,
                Description = "What is wrong, item by item.",
            },
        };
        schema.Required = new HashSet<string>(["type", "title", "status", "detail", "code", "traceId"], StringComparer.Ordinal);
        schema.AdditionalPropertiesAllowed = true;
        schema.AdditionalProperties = null;
    }

    private static void DescribeObject(OpenApiSchema schema, Type type)
    {
        schema.Description ??= XmlDocs.Of(type);
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties())
        {
            var name = NameOf(property);
            if (!schema.Properties!.TryGetValue(name, out var found))
                continue;
            var nullable =
                Nullable.GetUnderlyingType(property.PropertyType) is not null
                || !property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable;
            schema.Properties[name] = WithNull(found, nullable, XmlDocs.Of(property));
        }
        schema.Required = SentAlways(type).Where(schema.Properties!.ContainsKey).ToHashSet(StringComparer.Ordinal);
    }

    private static IOpenApiSchema WithNull(IOpenApiSchema schema, bool nullable, string? description)
    {
        switch (schema)
        {
            case OpenApiSchema inline:
                inline.Type = nullable ? inline.Type | JsonSchemaType.Null : inline.Type & ~JsonSchemaType.Null;
                inline.Description = description ?? inline.Description;
                inline.ReadOnly = false;
                Quiet(inline.Items);
                return inline;
            case OpenApiSchemaReference reference when nullable:
                Quiet(reference);
                return new OpenApiSchema
                {
                    OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }],
                    Description = description,
                };
            case OpenApiSchemaReference reference:
                Quiet(reference);
                reference.Description = description;
                return reference;
            default:
                return schema;
        }
    }

    /// <summary>The generator repeats what a schema says of itself at its first use only: not at all is even.</summary>
    internal static void Quiet(IOpenApiSchema? schema)
    {
        if (schema is OpenApiSchemaReference reference)
            (reference.Description, reference.Examples) = (null, null);
    }

    // As the serializer demands them: constructor parameters without a default, and required members.
    private static IEnumerable<string> SentAlways(Type type) =>
        type.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .Take(1)
            .SelectMany(c => c.GetParameters())
            .Where(p => !p.HasDefaultValue)
            .Select(p => type.GetProperty(p.Name!) is { } property ? NameOf(property) : JsonNamingPolicy.CamelCase.ConvertName(p.Name!))
            .Concat(
                type.GetProperties()
                    .Where(p => p.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null)
                    .Select(NameOf)
            );

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
