using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Opora.Api.Features.Results.Batches;
using Opora.Api.Figures;
using Opora.Api.Http;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>A page of results as JSON, CSV or NDJSON, whichever the caller likes best, with the way to the next one.</summary>
public sealed class ResultPage : IResult, IEndpointMetadataProvider
{
    private const string Json = PulledFormat.Json;
    private const string Csv = PulledFormat.Csv;
    private const string NdJson = PulledFormat.NdJson;
    private const string Header =
        "id,schoolCode,year,assessment,subject,grade,sitting,participants,mean,meanDerived,belowThreshold,"
        + "mark2,mark3,mark4,mark5,percent2,percent3,percent4,percent5,small,suppressed,importId,recordedAt,placeCode\r\n";
    private static readonly byte[] Newline = "\n"u8.ToArray();

    private readonly IReadOnlyList<ResultLine> _lines;
    private readonly Disclosure _disclosure;
    private readonly string? _next;

    internal ResultPage(IReadOnlyList<ResultLine> lines, Disclosure disclosure, string? next) =>
        (_lines, _disclosure, _next) = (lines, disclosure, next);

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
            case Csv:
                response.ContentType = Csv + "; charset=utf-8";
                await WriteCsv(response, cancel);
                break;
            case NdJson:
                response.ContentType = NdJson;
                await WriteNdJson(response, cancel);
                break;
            default:
                response.ContentType = Json + "; charset=utf-8";
                await WriteJson(response, cancel);
                break;
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PulledResults), [Json, Csv, NdJson]));
        builder.Metadata.Add(new LinksToNext());
    }

    private async Task WriteJson(HttpResponse response, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter, WriterOptions);
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var line in _lines)
        {
            Write(json, line.ToPulled(_disclosure));
            await Pour(json, response, cancellationToken);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WriteNdJson(HttpResponse response, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter, WriterOptions);
        foreach (var line in _lines)
        {
            Write(json, line.ToPulled(_disclosure));
            json.Flush();
            json.Reset();
            await response.BodyWriter.WriteAsync(Newline, cancellationToken);
        }
    }

    private static JsonWriterOptions WriterOptions => new() { Encoder = JsonOptions.Web.Encoder, SkipValidation = true };

    // So that a page of 5,000 rows leaves as it is written.
    private static async ValueTask Pour(Utf8JsonWriter json, HttpResponse response, CancellationToken cancellationToken)
    {
        const int Enough = 32 * 1024;
        if (json.BytesPending < Enough && response.BodyWriter.UnflushedBytes < Enough)
            return;
        json.Flush();
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, PulledResult row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("schoolCode", row.SchoolCode);
        json.WriteString("placeCode", row.PlaceCode);
        json.WriteNumber("year", row.Year);
        json.WriteString("assessment", row.Assessment.ToString());
        json.WriteString("subject", row.Subject);
        json.WriteNumber("grade", row.Grade);
        json.WriteString("sitting", row.Sitting);
        Number(json, "participants", row.Participants);
        Number(json, "mean", row.Mean);
        json.WriteBoolean("meanDerived", row.MeanDerived);
        Number(json, "belowThreshold", row.BelowThreshold);
        Marks(json, "marks", row.Marks is { } m ? (m.Two, m.Three, m.Four, m.Five) : null);
        Marks(json, "marksPercent", row.MarksPercent is { } p ? (p.Two, p.Three, p.Four, p.Five) : null);
        json.WriteBoolean("small", row.Small);
        json.WriteBoolean("suppressed", row.Suppressed);
        json.WriteString("importId", row.ImportId);
        json.WriteString("recordedAt", row.RecordedAt);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void Marks(Utf8JsonWriter json, string name, (decimal Two, decimal Three, decimal Four, decimal Five)? marks)
    {
        if (marks is not { } known)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("2", known.Two);
        json.WriteNumber("3", known.Three);
        json.WriteNumber("4", known.Four);
        json.WriteNumber("5", known.Five);
        json.WriteEndObject();
    }

    private async Task WriteCsv(HttpResponse response, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Header.AsMemory(), cancellationToken);
        foreach (var line in _lines)
            await writer.WriteAsync(CsvRow(line.ToPulled(_disclosure)).AsMemory(), cancellationToken);
    }

    private static string CsvRow(PulledResult row)
    {
        var (m, p) = (row.Marks, row.MarksPercent);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Id},{Cell(row.SchoolCode)},{row.Year},{row.Assessment},{row.Subject},{row.Grade},{Cell(row.Sitting)},{row.Participants},{row.Mean},{Flag(row.MeanDerived)},{row.BelowThreshold},{m?.Two},{m?.Three},{m?.Four},{m?.Five},{p?.Two},{p?.Three},{p?.Four},{p?.Five},{Flag(row.Small)},{Flag(row.Suppressed)},{row.ImportId},{row.RecordedAt:O},{Cell(row.PlaceCode)}\r\n"
        );
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Cell(string? text) => CsvCell.Of(text, ',');
}
