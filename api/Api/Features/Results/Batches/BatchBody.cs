using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
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
    internal async Task<ReadBatch> Read(int thisYear, CancellationToken cancellationToken)
    {
        ThrowIfNotPlainJson();
        var pipe = _request.BodyReader;
        var read = await ReadAll(pipe, cancellationToken);
        try
        {
            if (read.Buffer.Length > HttpSetup.MostBytes)
                throw TooLarge();
            return Read(read, thisYear);
        }
        finally
        {
            pipe.AdvanceTo(read.Buffer.End);
        }
    }

    private void ThrowIfNotPlainJson()
    {
        if (!_request.HasJsonContentType())
            throw Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType);
        var charset = _request.GetTypedHeaders().ContentType?.Charset.Value;
        if (!string.IsNullOrEmpty(charset) && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw Problems.MediaType($"Кодировка «{BatchErrors.Shown(charset)}» не принимается: отправьте пакет в UTF-8.");
        var packing = _request.Headers.ContentEncoding.ToString();
        if (packing.Length > 0 && !packing.Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw Problems.MediaType(
                $"Сжатый пакет ({BatchErrors.Shown(packing)}) не принимается: отправьте его без сжатия или файлом на /api/v1/imports, там gzip принимается."
            );
    }

    // Kestrel refuses more than it was told to take before the whole of it is here.
    private static async Task<ReadResult> ReadAll(PipeReader pipe, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAtLeastAsync((int)HttpSetup.MostBytes + 1, cancellationToken);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
    }

    private static Problem TooLarge() => Problems.TooLarge("Пакет больше 8 МиБ: разделите его или отправьте файлом на /api/v1/imports.");

    private static ReadBatch Read(ReadResult read, int thisYear)
    {
        var length = (int)read.Buffer.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            read.Buffer.CopyTo(bytes);
            return BatchReader.Read(bytes.AsSpan(0, length), thisYear);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
