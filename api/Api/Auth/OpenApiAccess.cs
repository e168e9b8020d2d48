using Microsoft.OpenApi;
using Opora.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Auth;

/// <summary>Tells of each route who may call it, and the refusals that follow from it.</summary>
internal sealed class OpenApiAccess : IOperationFilter
{
    private const string Cookie = "cookie";
    private const string Key = "key";

    /// <summary>Adds the ways to sign in to the contract.</summary>
    public static void Configure(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(
            Cookie,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Authentication.CookieName,
                Description =
                    $"The session of a signed-in person; over https its name is `{HostCookies.Prefix}{Authentication.CookieName}`.",
            }
        );
        options.AddSecurityDefinition(
            Key,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The key of a machine client.",
            }
        );
        options.OperationFilter<OpenApiAccess>();
    }

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!HttpMethods.IsGet(context.ApiDescription.HttpMethod ?? ""))
            OpenApiOperations.Refuse(operation, context, 403);
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NeedsPermission>().LastOrDefault() is not { } needs)
            return;
        OpenApiOperations.Refuse(operation, context, 401);
        if (needs.Permission is { } permission)
        {
            OpenApiOperations.Refuse(operation, context, 403);
            var told = $"Needs the permission `{PermissionWords.NameOf(permission)}`.";
            operation.Description = operation.Description is { Length: > 0 } more ? $"{more}\n\n{told}" : told;
        }
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] },
        ];
    }
}
