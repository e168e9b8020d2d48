using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Http;

/// <summary>
/// The contract, made from the routes themselves: <c>/api/openapi.yaml</c> and <c>.json</c>, and a page to read and try it at
/// <c>/api/docs</c>. The same text is committed as <c>openapi.yaml</c>; a test fails when the two differ.
/// </summary>
public static class OpenApi
{
    private const string Version = "v1";
    private const string PagePath = "api/docs";

    private const string About = """
        Monitoring of schools with low results: the register of schools, exam results and their dynamics, lists of supported schools, imports.

        Everything is limited to the places of the caller: what lies outside answers 404. Refusals are Problem Details (RFC 9457) with a
        stable `code`, a Russian `detail`, the `traceId` of the request and, where fields are wrong, `errors` with JSON pointers.
        Reading a root answers its version as `ETag`; changing it demands this version as `If-Match`.
        Programs send `Authorization: Bearer <key>`. Calls with the session cookie that change something must come from the product's own
        pages (`Sec-Fetch-Site`, `Origin`) or carry the header `X-Opora`.
        """;

    /// <summary>Registers the generator.</summary>
    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(JsonOptions.Web));
        services.AddSingleton<ContractText>();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(
                Version,
                new OpenApiInfo
                {
                    Title = "Opora",
                    Version = Version,
                    Description = About.ReplaceLineEndings("\n"),
                }
            );
            o.CustomSchemaIds(SchemaNames.Of);
            o.DescribeAllParametersInCamelCase();
            o.SchemaFilter<OpenApiSchemas>();
            o.OperationFilter<OpenApiOperations>();
            o.DocumentFilter<OpenApiDirections>();
        });
    }

    /// <summary>Serves the page; before routing, because static files stand back from a matched route.</summary>
    public static void UseContractPage(this IApplicationBuilder app) =>
        app.UseSwaggerUI(o =>
        {
            o.RoutePrefix = PagePath;
            o.DocumentTitle = "Opora API";
            o.SwaggerEndpoint("/api/openapi.json", "Opora " + Version);
        });

    /// <summary>Routes of the contract itself.</summary>
    public static RouteGroupBuilder MapContract(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").ExcludeFromDescription();
        group.MapGet("/openapi.yaml", (ContractText text) => Results.Text(text.Yaml, "application/yaml", Encoding.UTF8));
        group.MapGet("/openapi.json", (ContractText text) => Results.Text(text.Json, "application/json", Encoding.UTF8));
        return group;
    }

    /// <summary>The contract as text, made once.</summary>
    public sealed class ContractText(ISwaggerProvider provider)
    {
        private readonly Lazy<string> _yaml = new(() => Write(provider, w => new OpenApiYamlWriter(w)));
        private readonly Lazy<string> _json = new(() => Write(provider, w => new OpenApiJsonWriter(w)));

        /// <summary>As YAML, which people read.</summary>
        public string Yaml => _yaml.Value;

        /// <summary>As JSON, which programs read.</summary>
        public string Json => _json.Value;

        private static string Write(ISwaggerProvider provider, Func<TextWriter, IOpenApiWriter> writerFor)
        {
            using var text = new StringWriter { NewLine = "\n" };
            provider.GetSwagger(Version).SerializeAsV31(writerFor(text));
            return text.ToString();
        }
    }
}
