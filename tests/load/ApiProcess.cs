using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Opora.Load;

/// <summary>The product, started as its users start it: a process on a free loopback port, told its data folder and engine.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();
    private bool _echoing;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The secret of the one-time link, while nobody can sign in.</summary>
    public string? SetupToken { get; private set; }

    /// <summary>The SQL that it sent, when it was told to say so.</summary>
    public StatementLog Statements { get; } = new();

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Starts it and waits for the first answer.</summary>
    public static async Task<ApiProcess> Start(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        var watch = Stopwatch.StartNew();
        var api = new ApiProcess(Launch(dataFolder, settings, ["--urls", "http://127.0.0.1:0"]));
        api.Read();
        try
        {
            api.Address = await api._address.Task.WaitAsync(StartLimit);
            using var http = new HttpClient { BaseAddress = api.Address };
            using var first = await http.GetAsync(new Uri("/api/v1/setup", UriKind.Relative));
            first.EnsureSuccessStatusCode();
            api.StartTime = watch.Elapsed;
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings a database to this version, as the visible step of a deployment does.</summary>
    public static async Task Migrate(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        using var process = Launch(dataFolder, settings, ["--migrate"]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("Migrating failed:\n" + output);
    }

    /// <summary>Forgets the peak of memory so far, where the system can.</summary>
    public void ForgetPeak()
    {
        if (OperatingSystem.IsLinux())
            File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/clear_refs"), "5");
    }

    /// <summary>Most memory held since <see cref="ForgetPeak"/>, in megabytes.</summary>
    public long PeakMegabytes()
    {
        _process.Refresh();
        return _process.PeakWorkingSet64 / (1024 * 1024);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(string dataFolder, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var assembly = Path.GetFullPath(
            typeof(ApiProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ApiAssembly").Value!
        );
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = dataFolder,
            ArgumentList = { assembly, "--data", dataFolder },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void Read()
    {
        _process.OutputDataReceived += (_, e) => Hear(e.Data);
        _process.BeginOutputReadLine();
    }

    // «Opora: http://…» comes last but for the set-up link, which names the same address.
    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The API ended:\n" + string.Join('\n', _lastLines)));
            return;
        }

        Echo(line);
        Statements.Hear(line);
        _lastLines.Enqueue(line);
        if (_lastLines.Count > 40)
            _lastLines.Dequeue();
        const string Own = "Opora: ";
        const string Token = "/setup?token=";
        if (line.StartsWith(Own, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Own.Length..].Trim()));
        else if (line.IndexOf(Token, StringComparison.Ordinal) is >= 0 and var at)
            SetupToken = line[(at + Token.Length)..].Trim();
    }

    // What the product logs as a failure is shown: the answer alone says only that there was one.
    private void Echo(string line)
    {
        var indented = line.StartsWith("      ", StringComparison.Ordinal);
        _echoing =
            (indented && _echoing)
            || line.StartsWith("fail:", StringComparison.Ordinal)
            || line.StartsWith("crit:", StringComparison.Ordinal);
        if (_echoing)
            Console.Error.WriteLine(line);
    }
}
