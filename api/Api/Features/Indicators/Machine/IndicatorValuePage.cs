using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Opora.Api.Http;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>A page of values as JSON, CSV or NDJSON, whichever the caller likes best, with the way to the next one.</summary>
public sealed class IndicatorValuePage : IResult, IEndpointMetadataProvider
{
    private const string Header =
        "id,indicatorCode,placeCode,level,period,breakdown,numerator,denominator,percent,value,origin,small,suppressed,importId,changedAt\r\n";
    private static readonly byte[] Newline = "\n"u8.ToArray();

    private readonly IReadOnlyList<PulledValue> _rows;
    private readonly string? _next;

    internal IndicatorValuePage(IReadOnlyList<PulledValue> rows, string? next) => (_rows, _next) = (rows, next);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.Vary = HeaderNames.Accept;
        if (_next is not null)
            response.Headers.Link = $"<{PulledFormat.NextAddress(request, _next)}>; rel=\"next\"";
        var cancel = httpContext.RequestAborted;
        switch (PulledFormat.Chosen(request))
        {
            case PulledFormat.Csv:
                response.ContentType = PulledFormat.Csv + "; charset=utf-8";
                await WriteCsv(response, cancel);
                break;
            case PulledFormat.NdJson:
                response.ContentType = PulledFormat.NdJson;
                foreach (var row in _rows)
                {
                    await JsonSerializer.SerializeAsync(response.Body, row, JsonOptions.Web, cancel);
                    await response.Body.WriteAsync(Newline, cancel);
                }
                break;
            default:
                await response.WriteAsJsonAsync(new PulledValues(_rows), JsonOptions.Web, cancel);
                break;
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK,
                typeof(PulledValues),
                [PulledFormat.Json, PulledFormat.Csv, PulledFormat.NdJson]
            )
        );
        builder.Metadata.Add(new LinksToNext());
    }

    private async Task WriteCsv(HttpResponse response, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Header.AsMemory(), cancellationToken);
        foreach (var row in _rows)
            await writer.WriteAsync(CsvRow(row).AsMemory(), cancellationToken);
    }

    private static string CsvRow(PulledValue row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Id},{Cell(row.IndicatorCode)},{Cell(row.PlaceCode)},{row.Level},{row.Period},{Cell(row.Breakdown)},{row.Numerator},{row.Denominator},{row.Percent},{row.Value},{row.Origin},{Flag(row.Small)},{Flag(row.Suppressed)},{row.ImportId},{row.ChangedAt:O}\r\n"
        );

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Cell(string? text) => CsvCell.Of(text, ',');
}
