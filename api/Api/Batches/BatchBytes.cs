using System.Buffers;
using System.IO.Pipelines;
using System.Text.Unicode;
using Opora.Api.Http;

namespace Opora.Api.Batches;

/// <summary>Reads the body of a posted batch whole, into memory that is used again.</summary>
internal static class BatchBytes
{
    /// <summary>What reads the bytes of a body.</summary>
    public delegate T Reader<out T>(ReadOnlySpan<byte> body);

    /// <summary>Reads the body of the request.</summary>
    /// <exception cref="Problem">400, 413, 415.</exception>
    public static async Task<T> Read<T>(HttpRequest request, Reader<T> reader, CancellationToken cancellationToken)
    {
        ThrowIfNotPlainJson(request);
        var pipe = request.BodyReader;
        var read = await ReadAll(pipe, cancellationToken);
        try
        {
            if (read.Buffer.Length > HttpSetup.MostBytes)
                throw TooLarge();
            return Read(read, reader);
        }
        finally
        {
            pipe.AdvanceTo(read.Buffer.End);
        }
    }

    private static void ThrowIfNotPlainJson(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType);
        var charset = request.GetTypedHeaders().ContentType?.Charset.Value;
        if (!string.IsNullOrEmpty(charset) && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw Problems.MediaType($"Кодировка «{BatchErrors.Shown(charset)}» не принимается: отправьте пакет в UTF-8.");
        var packing = request.Headers.ContentEncoding.ToString();
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

    private static T Read<T>(ReadResult read, Reader<T> reader)
    {
        var length = (int)read.Buffer.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            read.Buffer.CopyTo(bytes);
            return reader(Checked(bytes.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The bytes without the mark that Windows programs put before them.</summary>
    /// <exception cref="Problem">400: no UTF-8, or nothing at all.</exception>
    public static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw Problems.Malformed("Тело запроса не в кодировке UTF-8.");
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            throw Problems.Malformed("Тело запроса пусто: в нём должен быть объект со списком «items».");
        return body;
    }
}
