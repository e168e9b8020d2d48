using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Opora.Load.Workloads;

/// <summary>W1: results posted in batches over HTTP. W1b: the same again, nothing to change.</summary>
internal static class PostResults
{
    /// <summary>One posting of all rows.</summary>
    public sealed record Pass(double RowsPerSecond, List<double> Milliseconds, long PeakMegabytes);

    /// <summary>The bodies, made before the clock starts: making them is the sender's work.</summary>
    public static List<byte[]> Batches(SampleData data, int rows) => [.. data.Results.Chunk(rows).Select(Body)];

    /// <summary>Warms the server's code without storing anything: what is measured is a running server.</summary>
    public static async Task WarmUp(Instance instance, List<byte[]> batches)
    {
        foreach (var batch in batches.Take(2))
            await Post(instance, batch, dryRun: true);
    }

    /// <summary>Posts all and checks that every row has the outcome, <c>created</c> or <c>unchanged</c>.</summary>
    public static async Task<Pass> Run(Instance instance, List<byte[]> batches, int rows, string outcome)
    {
        instance.Api.ForgetPeak();
        var times = new List<double>(batches.Count);
        var counted = 0;
        var watch = Stopwatch.StartNew();
        foreach (var batch in batches)
        {
            var from = Stopwatch.GetTimestamp();
            var answer = await Post(instance, batch, dryRun: false);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            counted += answer.GetProperty(outcome).GetInt32();
        }

        var seconds = watch.Elapsed.TotalSeconds;
        if (counted != rows)
            throw new InvalidOperationException($"{counted} of {rows} rows came back as {outcome}.");
        return new Pass(rows / seconds, times, instance.Api.PeakMegabytes());
    }

    /// <summary>Posts one batch.</summary>
    public static async Task<JsonElement> Post(Instance instance, byte[] body, bool dryRun)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var address = "/api/v1/exam-results/batches?mode=atomic" + (dryRun ? "&dryRun=true" : "");
        using var response = await instance.Operator.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        await Operator.Expect(response, HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The body of a batch.</summary>
    public static byte[] Body(ResultRow[] rows)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("schoolCode", SampleData.SchoolCode(row.School));
                json.WriteNumber("year", row.Year);
                json.WriteString("assessment", row.Assessment);
                json.WriteString("subject", row.Subject);
                json.WriteNumber("grade", row.Grade);
                if (row.Sitting.Length > 0)
                    json.WriteString("sitting", row.Sitting);
                json.WriteNumber("participants", row.Participants);
                json.WriteNumber("mean", row.Mean / 1000m);
                json.WriteNumber("belowThreshold", row.BelowThreshold);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }
}
