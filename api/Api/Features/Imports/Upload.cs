using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Http;

namespace Opora.Api.Features.Imports;

/// <summary>The file in the body of a request: the body itself, or the part <c>file</c> of a multipart form. It is streamed.</summary>
public sealed class Upload : IEndpointParameterMetadataProvider
{
    // A form has borders and headers around its file.
    private const long FormBytes = 1 << 20;
    private const string FormType = "multipart/form-data";
    private readonly HttpRequest _request;

    private Upload(HttpRequest request) => _request = request;

    /// <summary>Nothing is read before the handler wants it.</summary>
    public static ValueTask<Upload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult<Upload?>(new Upload(context.Request));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakesFile());
        builder.Metadata.Add(new RequestLimit(ImportSpool.MostBytes + FormBytes));
    }

    /// <summary>The file and, from a form, its name.</summary>
    /// <exception cref="Problem">400 when a form has no file, 413 when the sender announces too much.</exception>
    public async Task<(Stream Content, string? FileName)> Open(CancellationToken cancellationToken)
    {
        if (_request.ContentLength > ImportSpool.MostBytes + FormBytes)
            throw ImportSpool.TooLarge();
        if (
            !MediaTypeHeaderValue.TryParse(_request.ContentType, out var type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
        )
            return (_request.Body, null);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
            throw Problems.Malformed("В заголовке Content-Type нет границы частей (boundary).");
        var reader = new MultipartReader(boundary, _request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                    return (section.Body, Name(disposition));
        }
        catch (IOException)
        {
            throw Problems.Malformed("Форма с файлом оборвалась или составлена неверно.");
        }
        throw Problems.Malformed("В форме нет файла: приложите его в поле «file».");
    }

    private static string? Name(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value;
    }

    private sealed record RequestLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
