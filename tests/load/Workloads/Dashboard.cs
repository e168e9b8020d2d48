using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;

namespace Opora.Load.Workloads;

/// <summary>W3: for each municipality and subject, the share of schools whose mean rose.</summary>
internal static class Dashboard
{
    private const int Asked = 20;

    /// <summary>Asks the product, checks each number against the rows, and gives the milliseconds of each answer.</summary>
    public static async Task<List<double>> Ask(Instance instance, IReadOnlySet<Share> expected)
    {
        var address =
            $"/api/v1/dynamics/matrix?assessment={SampleData.ShownAssessment}&year={SampleData.ShownYear}&grade={SampleData.ShownGrade}&base=comparable";
        var times = new List<double>(Asked);
        for (var i = 0; i < Asked; i++)
        {
            var from = Stopwatch.GetTimestamp();
            var answer = await instance.Operator.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative));
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            if (i == 0)
                Same("The dashboard", Shares(JsonSerializer.Deserialize<JsonElement>(answer)), expected);
        }

        return times;
    }

    /// <summary>The same question as one statement over the raw rows.</summary>
    public static async Task<List<double>> AskRaw(Target target, DbConnection connection, IReadOnlySet<Share> expected)
    {
        var times = new List<double>();
        for (var i = 0; i < Asked / 4; i++)
        {
            var (time, shares) = await target.AskRaw(connection);
            times.Add(time.TotalMilliseconds);
            if (i == 0)
                Same("The raw statement", shares, expected);
        }

        return times;
    }

    private static HashSet<Share> Shares(JsonElement matrix) =>
        [
            .. from row in matrix.GetProperty("rows").EnumerateArray()
            let municipality = row.GetProperty("municipality").GetProperty("code").GetString()!
            from cell in row.GetProperty("cells").EnumerateArray()
            let share = cell.GetProperty("share")
            where share.ValueKind == JsonValueKind.Object
            select new Share(
                municipality,
                cell.GetProperty("subject").GetString()!,
                share.GetProperty("numerator").GetInt32(),
                share.GetProperty("denominator").GetInt32()
            ),
        ];

    private static void Same(string who, IReadOnlySet<Share> shares, IReadOnlySet<Share> expected)
    {
        if (!shares.SetEquals(expected))
            throw new InvalidOperationException(
                $"{who} is wrong in {expected.Except(shares).Count()} of {expected.Count} shares, first {expected.Except(shares).FirstOrDefault()}; it says {shares.Except(expected).FirstOrDefault()}."
            );
    }
}
