using System.Diagnostics;
using System.Text;

namespace Opora.Load.Workloads;

/// <summary>W1c: one CSV file imported as a job while somebody reads.</summary>
internal static class ImportFile
{
    private const int IdleReads = 200;

    public sealed record Pass(
        double RowsPerSecond,
        List<double> ReaderMilliseconds,
        double ReaderIdleP99,
        long PeakMegabytes,
        int ProgressSeen
    );

    public static async Task<Pass> Run(Instance instance, SampleData data, string readAddress)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, data.ResultLines(), Encoding.UTF8);
            var idle = new List<double>();
            for (var i = 0; i < IdleReads; i++)
                idle.Add(await Read(instance, readAddress));
            instance.Api.ForgetPeak();
            using var finished = new CancellationTokenSource();
            var reader = ReadUntil(instance, readAddress, finished.Token);
            var progress = new HashSet<long>();
            var watch = Stopwatch.StartNew();
            await using var stream = File.OpenRead(file);
            var job = await instance.Operator.Import(
                "exam-results",
                stream,
                polled =>
                {
                    progress.Add(polled.GetProperty("rowsDone").GetInt64());
                    return Task.CompletedTask;
                }
            );
            var seconds = watch.Elapsed.TotalSeconds;
            await finished.CancelAsync();
            var created = job.GetProperty("counts").GetProperty("created").GetInt32();
            if (created != data.Results.Count)
                throw new InvalidOperationException($"{created} of {data.Results.Count} rows of the file were created.");
            return new Pass(created / seconds, await reader, Statistics.Quantile(idle, 0.99), instance.Api.PeakMegabytes(), progress.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<List<double>> ReadUntil(Instance instance, string address, CancellationToken finished)
    {
        var times = new List<double>();
        while (!finished.IsCancellationRequested)
        {
            times.Add(await Read(instance, address));
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }

        return times;
    }

    private static async Task<double> Read(Instance instance, string address)
    {
        var from = Stopwatch.GetTimestamp();
        await instance.Operator.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
