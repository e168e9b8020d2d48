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

    /// <summary>The answer to a caller who has this version already, so that nothing more needs to be read.</summary>
    public static Versioned<T> Known(int version) => new(default!, version);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.WriteVersion(version);
        if (httpContext.Knows(version))
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

/// <summary>Answers 202 with a root on which work goes on, its address and its version.</summary>
/// <typeparam name="T">The body.</typeparam>
public sealed class AcceptedVersion<T>(T body, int version, string location) : IResult, IEndpointMetadataProvider
{
    private const string LookAgainAfterSeconds = "1";

    /// <summary>The body.</summary>
    public T Body => body;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.WriteVersion(version);
        httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.RetryAfter = LookAgainAfterSeconds;
        return httpContext.Response.WriteAsJsonAsync(body, JsonOptions.Web, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Answers<T>(StatusCodes.Status202Accepted);
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

/// <summary>Versions on their way through headers.</summary>
public static class VersionHeaders
{
    /// <summary>Whether the caller says to have this version already: then a reading slice need not read any further.</summary>
    public static bool Knows(this HttpContext context, int version) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch.Contains(TagOf(version));

    internal static void WriteVersion(this HttpContext context, int version) => context.Response.Headers.ETag = TagOf(version);

    internal static void Answers<T>(this EndpointBuilder builder, int status)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));
        builder.Metadata.Add(new AnswersVersion(status));
    }

    private static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
