using System.Globalization;
using Opora.Load.Workloads;

namespace Opora.Load;

/// <summary>All workloads on one engine, each beside its limit.</summary>
internal sealed class Bench(Target target, SampleData data, Options options)
{
    private static readonly int[] BatchSizes = [1_000, 5_000];
    private readonly List<Figure> _figures = [];
    private readonly List<double> _starts = [];

    public async Task<IReadOnlyList<Figure>> Run()
    {
        await Step("seed", target.Seed());
        if (options.ScopeOnly)
        {
            await MeasureScope();
            return _figures;
        }

        if (options.FormulasOnly)
        {
            await Compute();
            return _figures;
        }

        if (options.PanelOnly)
        {
            await MeasurePanel();
            return _figures;
        }

        if (options.RegistersOnly)
        {
            await MeasureRegisters();
            return _figures;
        }

        // Once unmeasured, as the product's own code is warmed below.
        await target.Upsert([.. data.Results.Take(BatchSizes[^1])]);
        foreach (var size in BatchSizes)
            await Post(size);
        await using (var bare = await BareServer.Start())
        await using (var instance = await Loaded())
        {
            await Pull(instance, bare);
            await ShowDashboard(instance);
            await Read(instance, bare);
        }

        await MeasureScope();
        await Compute();
        await MeasureRegisters();
        if (options.ImportRows > 0)
            await Import();
        _figures.Add(new("start to first answer", Statistics.Median(_starts), 0, "ms", "< 2,000", [], 0));
        return _figures;
    }

    private async Task Post(int size)
    {
        var batches = PostResults.Batches(data, size);
        List<PostResults.Pass> first = [],
            again = [];
        List<double> limits = [];
        for (var i = 0; i < options.Repeats; i++)
        {
            limits.Add(data.Results.Count / (await target.Upsert(data.Results)).TotalSeconds);
            await using var instance = await Start();
            await PostResults.WarmUp(instance, batches);
            first.Add(await PostResults.Run(instance, batches, data.Results.Count, "created"));
            again.Add(await PostResults.Run(instance, batches, data.Results.Count, "unchanged"));
            Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"W1 by {size}: {first[^1].RowsPerSecond:0}, again {again[^1].RowsPerSecond:0}, limit {limits[^1]:0} rows/s"
                )
            );
        }

        var ours = Statistics.Median(first.Select(p => p.RowsPerSecond));
        _figures.Add(Posted($"W1 post, by {size:#,0}", first, Statistics.Median(limits), "≥ 0.5"));
        _figures.Add(Posted($"W1b post again, by {size:#,0}", again, ours, target is PostgreSqlTarget ? "≥ 1.4" : "≥ 1.5"));
    }

    private static Figure Posted(string name, List<PostResults.Pass> passes, double limit, string bar) =>
        new(
            name,
            Statistics.Median(passes.Select(p => p.RowsPerSecond)),
            limit,
            "rows/s",
            bar,
            [.. passes.SelectMany(p => p.Milliseconds)],
            passes.Max(p => p.PeakMegabytes)
        );

    private async Task Pull(Instance instance, BareServer bare)
    {
        instance.Api.ForgetPeak();
        List<PullResults.Pass> passes = [];
        List<double> limits = [];
        // One more than counts: the first warms both.
        for (var i = 0; i <= options.Repeats; i++)
        {
            passes.Add(await PullResults.Run(instance, data));
            limits.Add(await PullResults.Limit(instance, bare, data));
        }

        var counted = passes.Skip(1).ToList();
        _figures.Add(
            new(
                "W2 pull, 1,000 a page",
                Statistics.Median(counted.Select(p => p.RowsPerSecond)),
                Statistics.Median(limits.Skip(1)),
                "rows/s",
                "≥ 0.3",
                [.. counted.SelectMany(p => p.Milliseconds)],
                instance.Api.PeakMegabytes()
            )
        );
        _figures.Add(new("W2 last page beside the first", Statistics.Median(counted.Select(p => p.LastToFirst)), 0, "×", "≤ 1.3", [], 0));
        Say("W2 done");
    }

    private async Task ShowDashboard(Instance instance)
    {
        var expected = data.ExpectedShares();
        instance.Api.ForgetPeak();
        await using var connection = instance.Connect();
        await connection.OpenAsync();
        List<double> ours = [],
            raw = [];
        for (var i = 0; i <= options.Repeats; i++)
        {
            var asked = await Dashboard.Ask(instance, expected);
            var askedRaw = await Dashboard.AskRaw(target, connection, expected);
            if (i == 0)
            {
                _figures.Add(new("W3 first dashboard after the load", asked[0], askedRaw[0], "ms", "", [], 0));
                continue;
            }

            ours.AddRange(asked);
            raw.AddRange(askedRaw);
        }

        _figures.Add(
            new("W3 dashboard", Statistics.Median(ours), Statistics.Median(raw), "ms", "≤ 0.2", ours, instance.Api.PeakMegabytes())
        );
        Say("W3 done");
    }

    private async Task Read(Instance instance, BareServer bare)
    {
        foreach (var (name, address) in await ReadSchools.Addresses(instance, data))
        {
            instance.Api.ForgetPeak();
            List<ReadSchools.Pass> passes = [];
            for (var i = 0; i < options.Repeats; i++)
                passes.Add(await ReadSchools.Run(instance, bare, address, options.Smoke ? 20 : 500));
            _figures.Add(
                new(
                    name,
                    Statistics.Median(passes.Select(p => p.Ours)),
                    Statistics.Median(passes.Select(p => p.Limit)),
                    "requests/s",
                    "≥ 0.2",
                    [.. passes.SelectMany(p => p.Milliseconds)],
                    instance.Api.PeakMegabytes()
                )
            );
            Say(name + " done");
        }
    }

    private async Task Compute()
    {
        List<ComputeFormulas.Pass> passes = [];
        for (var i = 0; i < options.Repeats; i++)
        {
            await using var instance = await Start();
            passes.Add(await ComputeFormulas.Run(instance, data));
        }

        _figures.Add(
            new(
                $"W6 formulas of {passes[0].Schools:#,0} schools and years",
                Statistics.Median(passes.Select(p => p.Whole)),
                0,
                "ms",
                "< 30,000",
                [],
                passes.Max(p => p.PeakMegabytes)
            )
        );
        List<double> oneSchool = [.. passes.SelectMany(p => p.OneSchool)];
        _figures.Add(new("W6 after one school's results", Statistics.Median(oneSchool), 0, "ms", "< 100", oneSchool, 0));
        List<double> withRegion = [.. passes.SelectMany(p => p.WithRegion)];
        _figures.Add(new("W6 the same, and four shares of the region", Statistics.Median(withRegion), 0, "ms", "< 100", withRegion, 0));
        List<double> explained = [.. passes.SelectMany(p => p.Explained)];
        _figures.Add(new("W6 a value explained", Statistics.Median(explained), 0, "ms", "", explained, 0));
        Say("W6 done");
    }

    private async Task MeasureScope()
    {
        await using var instance = await target.Start(StatementLog.Setting);
        foreach (var (name, address) in ScopeCost.Addresses(data))
        {
            List<ScopeCost.Pass> passes = [];
            for (var i = 0; i < options.Repeats; i++)
                passes.Add(await ScopeCost.Run(target, instance, data, address, options.Smoke ? 10 : 200));
            _figures.Add(
                new(
                    name,
                    Statistics.Median(passes.Select(p => p.Scoped)),
                    Statistics.Median(passes.Select(p => p.Unscoped)),
                    "µs",
                    "< 1.2",
                    [],
                    0
                )
            );
            foreach (var line in passes[0].Plans.Prepend(name))
                Say(line);
        }
    }

    private async Task Import()
    {
        var file = new SampleData(data.Schools, data.Municipalities, options.ImportRows);
        var limit = file.Results.Count / (await target.Upsert(file.Results)).TotalSeconds;
        await using var instance = await Start();
        var address = (await ReadSchools.Addresses(instance, data)).Values.First();
        var pass = await ImportFile.Run(instance, file, address);
        _figures.Add(
            new(
                $"W1c import of {file.Results.Count:#,0} rows",
                pass.RowsPerSecond,
                limit,
                "rows/s",
                "≥ 0.4, < 400 MB",
                pass.ReaderMilliseconds,
                pass.PeakMegabytes
            )
        );
        var busy = Statistics.Quantile(pass.ReaderMilliseconds, 0.99);
        _figures.Add(new("W1c a reader's p99 meanwhile, beside idle", busy, pass.ReaderIdleP99, "ms", "≤ 3", [], 0));
        Say($"W1c done, progress was seen at {pass.ProgressSeen} different rows");
    }

    private async Task MeasurePanel()
    {
        await using var instance = await Start();
        instance.Api.ForgetPeak();
        var pass = await IndicatorPanel.Run(target, instance);
        var raw = Statistics.Median(pass.Raw);
        Say(string.Create(CultureInfo.InvariantCulture, $"W7 {pass.Values:#,0} values, loaded in {pass.Load / 1000:0.0} s"));
        _figures.Add(new("W7 first panel, its 60 indicators computed", pass.First, raw, "ms", "", [], 0));
        _figures.Add(
            new("W7 panel of the region", Statistics.Median(pass.Ours), raw, "ms", "p99 < 200", pass.Ours, instance.Api.PeakMegabytes())
        );
    }

    private async Task MeasureRegisters()
    {
        await using var instance = await Start();
        await using (var connection = instance.Connect())
        {
            await connection.OpenAsync();
            await RegisterRows.Load(target, connection, options.Smoke ? 400 : 40_000);
            Say("W8 loaded");
        }

        foreach (var (name, address) in await ReadRegisters.Addresses(instance, data))
        {
            var times = await ReadRegisters.Run(instance, address, options.Smoke ? 2 : 40);
            _figures.Add(new(name, Statistics.Median(times), 0, "ms", "p99 < 100", times, 0));
        }

        Say("W8 done");
    }

    private async Task<Instance> Loaded()
    {
        var instance = await Start();
        var batches = PostResults.Batches(data, BatchSizes[^1]);
        await PostResults.Run(instance, batches, data.Results.Count, "created");
        return instance;
    }

    private async Task<Instance> Start()
    {
        var instance = await target.Start();
        _starts.Add(instance.Api.StartTime.TotalMilliseconds);
        return instance;
    }

    private async Task Step(string name, Task step)
    {
        await step;
        Say(name + " done");
    }

    private void Say(string text) => Console.Error.WriteLine($"{target.Name}: {text}");
}
