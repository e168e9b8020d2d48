using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Opora.Api.Http;

/// <summary>Answers with a body and the version of its root as a strong <c>ETag</c>; 304 when the caller has that version.</summary>
/// <typeparam name="T">The body.</typeparam>
public sealed class Versioned<T>(T body, int version, string? location = null) : IResult, IEndpointMetadataProvider
{
    /// <summary>The body.</summary>
    public T Body => body;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        httpContext.Response.Headers.ETag = tag;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && httpContext.Request.Headers.IfNoneMatch.Contains(tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        if (location is null)
            return httpContext.Response.WriteAsJsonAsync(body, JsonOptions.Web, httpContext.RequestAborted);
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(body, JsonOptions.Web, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
