using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Opora.Api.Batches;
using Opora.Api.Http;

namespace Opora.Api.Features.Results.Batches;

/// <summary>The body of a posted batch, read whole into memory that is used again; nothing is read before the handler wants it.</summary>
public sealed class BatchBody : IEndpointParameterMetadataProvider
{
    private readonly HttpRequest _request;

    private BatchBody(HttpRequest request) => _request = request;

    /// <summary>Takes the request as it is.</summary>
    public static ValueTask<BatchBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult<BatchBody?>(new BatchBody(context.Request));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(ResultBatch)));

    /// <summary>Reads the items.</summary>
    /// <exception cref="Problem">400, 413, 415, 422.</exception>
    internal Task<ReadBatch> Read(int thisYear, CancellationToken cancellationToken) =>
        BatchBytes.Read(_request, body => BatchReader.Read(body, thisYear), cancellationToken);
}
