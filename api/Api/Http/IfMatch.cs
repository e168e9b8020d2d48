using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Opora.Api.Http;

/// <summary>Marks a route that demands the version of what it changes.</summary>
public sealed class NeedsVersion;

/// <summary>The version that the caller saw, from the strong <c>If-Match</c> header. Absent is 428, unreadable is 400.</summary>
public sealed record IfMatch(int Version) : IEndpointParameterMetadataProvider
{
    /// <summary>Binds the header.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            throw Problems.VersionRequired();
        if (
            header.Length > 2
            && header[0] == '"'
            && header[^1] == '"'
            && int.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
            return ValueTask.FromResult<IfMatch?>(new IfMatch(version));
        throw Problems.Malformed("Заголовок If-Match должен содержать версию в кавычках, например \"3\".");
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new NeedsVersion());
}
