using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Opora.Api.Http;

/// <summary>Marks a route that answers with the version of a root as its <c>ETag</c>.</summary>
/// <param name="Status">The status of that answer.</param>
public sealed record AnswersVersion(int Status);

/// <summary>Answers with a body and the version of its root as a strong <c>ETag</c>; 304 when the caller has that version.</summary>
/// <typeparam name="T">The body.</typeparam>
public sealed class Versioned<T>(T body, int version) : IResult, IEndpointMetadataProvider
{
    /// <summary>The body.</summary>
    public T Body => body;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = httpContext.WriteVersion(version);
        if (HttpMethods.IsGet(httpContext.Request.Method) && httpContext.Request.Headers.IfNoneMatch.Contains(tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return httpContext.Response.WriteAsJsonAsync(body, JsonOptions.Web, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Answers<T>(StatusCodes.Status200OK);
        var methods = builder.Metadata.OfType<IHttpMethodMetadata>().SelectMany(m => m.HttpMethods);
        if (methods.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase))
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}

/// <summary>Answers 201 with a new root, its address and its first version.</summary>
/// <typeparam name="T">The body.</typeparam>
public sealed class CreatedVersion<T>(T body, int version, string location) : IResult, IEndpointMetadataProvider
{
    /// <summary>The body.</summary>
    public T Body => body;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.WriteVersion(version);
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(body, JsonOptions.Web, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Answers<T>(StatusCodes.Status201Created);
}

file static class VersionAnswers
{
    public static string WriteVersion(this HttpContext context, int version)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return tag;
    }

    public static void Answers<T>(this EndpointBuilder builder, int status)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));
        builder.Metadata.Add(new AnswersVersion(status));
    }
}
