using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Opora.Load.Workloads;

/// <summary>
/// W6: formulas of indicators over all results of three years, in the background; then again after one school's results have arrived.
/// The times are those that the product tells of its computation: from the moment it begins until the values are stored.
/// </summary>
internal static class ComputeFormulas
{
    private const int Arrivals = 20;
    private const int WorksOfRegion = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>What one pass measured.</summary>
    /// <param name="Whole">Milliseconds of everything.</param>
    /// <param name="Schools">School and period pairs that were computed in them.</param>
    /// <param name="OneSchool">Milliseconds after results of one school that only its own formulas take, each time.</param>
    /// <param name="WithRegion">The same with results that formulas of the region take from all schools.</param>
    /// <param name="Explained">Milliseconds of «как посчитано» of a school's value.</param>
    /// <param name="PeakMegabytes">Most memory.</param>
    public sealed record Pass(
        double Whole,
        int Schools,
        List<double> OneSchool,
        List<double> WithRegion,
        List<double> Explained,
        long PeakMegabytes
    );

    public static async Task<Pass> Run(Instance instance, SampleData data)
    {
        var http = instance.Operator.Http;
        foreach (var batch in PostResults.Batches(data, 5_000))
            await PostResults.Post(instance, batch, dryRun: false);
        var set = await Made(
            http,
            "/api/v1/indicator-sets",
            new
            {
                code = "load",
                name = "Измерения",
                regionCode = Operator.RegionCode,
            }
        );
        var indicators = new List<JsonElement>();
        foreach (var (code, formula, unit, level) in Formulas(data))
            indicators.Add(await Made(http, "/api/v1/indicators", Definition(set, code, formula, unit, level)));
        instance.Api.ForgetPeak();
        foreach (var year in Enumerable.Range(SampleData.FirstYear, SampleData.Years))
            await Made(http, "/api/v1/indicator-periods", new { setId = set.GetProperty("id").GetGuid(), period = $"{year}" });
        var whole = await Finished(http, after: null);

        var school = (await http.GetFromJsonAsync<JsonElement>("/api/v1/schools?search=" + SampleData.SchoolCode(0))).GetProperty("items")[
            0
        ];
        var address =
            $"/api/v1/indicators/{indicators[0].GetProperty("id").GetString()}/explanation?period={SampleData.ShownYear}&school={school.GetProperty("id").GetString()}";
        var ofRegion = Works(data).Take(WorksOfRegion).ToHashSet();
        List<double> oneSchool = [],
            withRegion = [],
            explained = [];
        var last = whole;
        for (var arrival = 1; arrival <= Arrivals; arrival++)
        {
            foreach (var (taken, into) in new[] { (false, oneSchool), (true, withRegion) })
            {
                var rows = data
                    .Results.Where(r => r.School == 0 && r.Year == SampleData.ShownYear)
                    .Where(r => ofRegion.Contains((r.Assessment, r.Subject, r.Grade)) == taken)
                    .Select(r => r with { Participants = r.Participants + arrival });
                await PostResults.Post(instance, PostResults.Body([.. rows]), dryRun: false);
                last = await Finished(http, last.GetProperty("finishedAt").GetDateTime());
                into.Add(Milliseconds(last));
            }

            var from = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri(address, UriKind.Relative));
            explained.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return new Pass(
            Milliseconds(whole),
            whole.GetProperty("total").GetInt32(),
            oneSchool,
            withRegion,
            explained,
            instance.Api.PeakMegabytes()
        );
    }

    // Three figures of every work, as a school's programme has them, and of some the share of rising schools.
    private static IEnumerable<(string Code, string Formula, string Unit, string Level)> Formulas(SampleData data)
    {
        var works = Works(data);
        foreach (var (assessment, subject, grade) in works)
        {
            var work = $"{assessment}, {subject}, {grade}";
            var code = $"{assessment.ToLowerInvariant()}-{subject}";
            yield return (code + "-below", $"below({work})", "Share", "School");
            yield return (code + "-mean", $"mean({work})", "Mean", "School");
            yield return (code + "-size", $"participants({work})", "Count", "School");
        }

        foreach (var (assessment, subject, grade) in works.Take(WorksOfRegion))
            yield return ($"rising-{subject}", $"rising({assessment}, {subject}, {grade})", "Share", "Region");
    }

    private static List<(string Assessment, string Subject, int Grade)> Works(SampleData data) =>
        [.. data.Results.Where(r => r.Sitting.Length == 0).Select(r => (r.Assessment, r.Subject, r.Grade)).Distinct()];

    private static object Definition(JsonElement set, string code, string formula, string unit, string level) =>
        new
        {
            setId = set.GetProperty("id").GetGuid(),
            code,
            validFromOn = "2000-01-01",
            name = "Показатель " + code,
            group = "Результаты",
            unit,
            direction = "HigherIsBetter",
            level,
            periodKind = "CalendarYear",
            enteredBy = "Formula",
            formula,
        };

    private static async Task<JsonElement> Made(HttpClient http, string address, object body)
    {
        using var response = await http.PostAsJsonAsync(address, body);
        await Operator.Expect(response, HttpStatusCode.Created);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> Finished(HttpClient http, DateTime? after)
    {
        using var longest = new CancellationTokenSource(Longest);
        while (true)
        {
            var now = await http.GetFromJsonAsync<JsonElement>("/api/v1/indicator-recomputation", longest.Token);
            var finished = now.GetProperty("finishedAt");
            if (!now.GetProperty("waits").GetBoolean() && finished.ValueKind == JsonValueKind.String && !(finished.GetDateTime() <= after))
                return now;
            await Task.Delay(Pause, longest.Token);
        }
    }

    private static double Milliseconds(JsonElement computation) =>
        (computation.GetProperty("finishedAt").GetDateTime() - computation.GetProperty("startedAt").GetDateTime()).TotalMilliseconds;
}
