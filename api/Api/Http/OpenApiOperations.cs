using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Http;

/// <summary>A body that shows, as a value of its own type, what a good request looks like. Tests send it to the running product.</summary>
/// <typeparam name="T">The body itself.</typeparam>
public interface IExampled<T>
    where T : IExampled<T>
{
    /// <summary>A good request.</summary>
    static abstract T Example { get; }
}

/// <summary>Tells of each route what binding, versions and the error handling really do, so that no route has to repeat it.</summary>
internal sealed class OpenApiOperations : IOperationFilter
{
    private static readonly Dictionary<int, string> Refusals = new()
    {
        [400] = "Malformed, or a field is wrong.",
        [401] = "Nobody is signed in, or the key is not good.",
        [403] = "The caller may not do this, or the request came from another site.",
        [404] = "Absent, or outside the caller's places.",
        [409] = "A rule of the domain forbids it, or it is there already.",
        [412] = "Somebody changed it since the version in If-Match.",
        [413] = "The body is too large.",
        [415] = "The media type is not read.",
        [422] = "Understood and not accepted.",
        [428] = "If-Match is missing.",
        [429] = "Too many requests.",
    };

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var described in context.ApiDescription.ParameterDescriptions)
            if (operation.Parameters?.FirstOrDefault(p => IsSame(p, described)) is OpenApiParameter parameter)
                Describe(parameter, described, context);
        if (metadata.OfType<NeedsVersion>().Any())
            AddVersion(operation);
        if (metadata.OfType<TakesFile>().FirstOrDefault() is { } file)
            operation.RequestBody = file.Body();
        else if (operation.RequestBody is OpenApiRequestBody body)
            Describe(body, operation, context);
        if (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null)
            Refuse(operation, context, 400);
        foreach (var media in operation.Responses?.Values.SelectMany(r => r.Content?.Values ?? []) ?? [])
            OpenApiSchemas.Quiet(media.Schema);
        foreach (var produced in metadata.OfType<AnswersVersion>())
            AddHeader(operation, produced.Status, "ETag", "The version, for If-Match and If-None-Match.", "^\"[0-9]+\"$");
        AddHeader(operation, StatusCodes.Status201Created, "Location", "Address of what was created.");
        AddHeader(operation, StatusCodes.Status202Accepted, "Location", "Address to ask how far the work is.");
        AddHeader(operation, StatusCodes.Status202Accepted, "Retry-After", "Seconds after which asking again makes sense.", "^[0-9]+$");
        if (metadata.OfType<LinksToNext>().Any())
            AddHeader(operation, StatusCodes.Status200OK, "Link", "`<address>; rel=\"next\"`; absent on the last page.", required: false);
        foreach (var (type, media) in operation.Responses?.Values.SelectMany(r => r.Content?.AsEnumerable() ?? []) ?? [])
            if (type is "text/csv" or "application/x-ndjson" && media is OpenApiMediaType rows)
                rows.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        foreach (var (status, response) in operation.Responses ?? [])
            response.Description = TextOf(status) ?? response.Description;
        Sort(operation);
    }

    /// <summary>Adds a refusal to the answers of an operation.</summary>
    internal static void Refuse(OpenApiOperation operation, OperationFilterContext context, int status)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(
            status.ToString(CultureInfo.InvariantCulture),
            new OpenApiResponse
            {
                Description = Refusals[status],
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = SchemaOf(typeof(ProblemDetails), context) },
                },
            }
        );
        Sort(operation);
    }

    private static void Sort(OpenApiOperation operation)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.OrderBy(r => r.Key, StringComparer.Ordinal))
            sorted.Add(status, response);
        operation.Responses = sorted;
    }

    private static string? TextOf(string status) =>
        status switch
        {
            "200" => "Done.",
            "201" => "Created.",
            "202" => "Accepted; the work goes on.",
            "204" => "Done; there is nothing to tell.",
            "207" => "Applied in part.",
            "302" => "Go on at the address in Location.",
            "304" => "The caller has this version already.",
            _ => int.TryParse(status, CultureInfo.InvariantCulture, out var number) ? Refusals.GetValueOrDefault(number) : null,
        };

    private static bool IsSame(IOpenApiParameter parameter, ApiParameterDescription described) =>
        string.Equals(parameter.Name, described.Name, StringComparison.OrdinalIgnoreCase);

    private static void Describe(OpenApiParameter parameter, ApiParameterDescription described, OperationFilterContext context)
    {
        if (described.ParameterDescriptor is not IParameterInfoParameterDescriptor { ParameterInfo: { } info })
            return;
        parameter.Description = info.Member is PropertyInfo property ? XmlDocs.Of(property) : null;
        parameter.Schema = SchemaOf(info.ParameterType, context);
        if (parameter.Schema is not OpenApiSchema schema)
            return;
        if (info.HasDefaultValue && info.DefaultValue is { } standard)
            schema.Default = JsonSerializer.SerializeToNode(standard, JsonOptions.Web);
        if (info.Name == nameof(IPaged.Page))
            schema.Minimum = "1";
        if (info.Name == nameof(IPaged.PageSize))
            (schema.Minimum, schema.Maximum) = ("1", Paging.MostRows.ToString(CultureInfo.InvariantCulture));
    }

    private static IOpenApiSchema SchemaOf(Type type, OperationFilterContext context)
    {
        if (type.IsArray)
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(type.GetElementType()!, context) };
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(WireEnum<>))
            bare = bare.GetGenericArguments()[0];
        var schema = context.SchemaGenerator.GenerateSchema(bare, context.SchemaRepository);
        OpenApiSchemas.Quiet(schema);
        return schema;
    }

    private static void AddVersion(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The version that the caller saw: the ETag of the last answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]+\"$" },
                Example = JsonValue.Create("\"1\""),
            }
        );
    }

    private static void Describe(OpenApiRequestBody body, OpenApiOperation operation, OperationFilterContext context)
    {
        body.Required = true;
        var type = context.ApiDescription.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type;
        body.Description = type is null ? null : XmlDocs.Of(type);
        if (
            body.Content!.TryGetValue("application/json", out var json)
            && type?.GetProperty("Example", BindingFlags.Public | BindingFlags.Static) is { } example
        )
            json.Example = JsonSerializer.SerializeToNode(example.GetValue(null), type, JsonOptions.Web);
        foreach (var media in body.Content.Values)
            OpenApiSchemas.Quiet(media.Schema);
        foreach (var status in new[] { 413, 415 })
            Refuse(operation, context, status);
    }

    private static void AddHeader(
        OpenApiOperation operation,
        int status,
        string name,
        string description,
        string? pattern = null,
        bool required = true
    )
    {
        if (operation.Responses?.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) is not OpenApiResponse response)
            return;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[name] = new OpenApiHeader
        {
            Description = description,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
        };
    }
}
