using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Opora.Load.Workloads;

/// <summary>W2: all results of one year pulled a thousand a page, following the link to the next page.</summary>
internal static class PullResults
{
    private const int PageRows = 1_000;

    /// <summary>One pull of everything.</summary>
    public sealed record Pass(double RowsPerSecond, List<double> Milliseconds, double LastToFirst);

    /// <summary>Pulls and checks that every row came once.</summary>
    public static async Task<Pass> Run(Instance instance, SampleData data)
    {
        var expected = data.Results.Count(r => r.Year == SampleData.ShownYear);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var times = new List<double>();
        string? next = FirstPage;
        var watch = Stopwatch.StartNew();
        var bodies = new List<byte[]>();
        while (next is not null)
        {
            var from = Stopwatch.GetTimestamp();
            using var response = await instance.Operator.Http.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute));
            await Operator.Expect(response, HttpStatusCode.OK);
            bodies.Add(await response.Content.ReadAsByteArrayAsync());
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            next = NextIn(response);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var body in bodies)
        {
            using var page = JsonDocument.Parse(body);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
                seen.Add(item.GetProperty("id").GetString()!);
        }

        if (seen.Count != expected)
            throw new InvalidOperationException($"{seen.Count} of {expected} rows were pulled.");
        // The last page but one is whole; the first of all pays for the connection.
        var whole = times.Count > 4 ? times[^2] / Statistics.Median(times.Skip(1).Take(3)) : 1;
        return new Pass(expected / seconds, times, whole);
    }

    /// <summary>The same rows from memory: a bare server that serialises the product's own first page for every request.</summary>
    public static async Task<double> Limit(Instance instance, BareServer bare, SampleData data)
    {
        using var response = await instance.Operator.Http.GetAsync(new Uri(FirstPage, UriKind.Relative));
        await Operator.Expect(response, HttpStatusCode.OK);
        var content = await response.Content.ReadAsByteArrayAsync();
        var path = await bare.Put("/pages/results", content);
        var rows = data.Results.Count(r => r.Year == SampleData.ShownYear);
        var watch = Stopwatch.StartNew();
        for (var pulled = 0; pulled < rows; pulled += PageRows)
            await bare.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return rows / watch.Elapsed.TotalSeconds;
    }

    private static string FirstPage => $"/api/v1/exam-results?year={SampleData.ShownYear}&limit={PageRows}";

    private static string? NextIn(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
            return null;
        var next = links.SelectMany(l => l.Split(',')).FirstOrDefault(l => l.Contains("rel=\"next\"", StringComparison.Ordinal));
        return next?[(next.IndexOf('<', StringComparison.Ordinal) + 1)..next.IndexOf('>', StringComparison.Ordinal)];
    }
}
