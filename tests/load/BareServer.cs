using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Opora.Load;

/// <summary>One row of a pulled page, with the members that the product sends.</summary>
internal sealed record BareRow(
    Guid Id,
    string SchoolCode,
    int Year,
    string Assessment,
    string Subject,
    int Grade,
    string? Sitting,
    int? Participants,
    decimal? Mean,
    bool MeanDerived,
    int? BelowThreshold,
    IReadOnlyDictionary<string, int>? Marks,
    IReadOnlyDictionary<string, decimal>? MarksPercent,
    bool Small,
    bool Suppressed,
    Guid ImportId,
    DateTime RecordedAt
);

internal sealed record BarePage(IReadOnlyList<BareRow> Items);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BarePage))]
internal sealed partial class BareJson : JsonSerializerContext;

/// <summary>
/// The limit of reading over HTTP: Kestrel with nothing behind it. In a process of its own, as the product is: it gives back the bytes
/// it was given, or serialises the page it was given anew for each request.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    /// <summary>The word that makes this program be the server.</summary>
    public const string Word = "bare-server";

    private readonly Process _process;

    private BareServer(Process process, Uri address) => (_process, Http) = (process, new HttpClient { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>What the started process does.</summary>
    public static async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var stored = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var pages = new ConcurrentDictionary<string, BarePage>(StringComparer.Ordinal);
        app.MapPut("/bytes/{name}", async (string name, HttpRequest request) => stored[name] = await Body(request));
        app.MapGet("/bytes/{name}", (string name, HttpResponse response) => Send(response, stored[name]));
        app.MapPut(
            "/pages/{name}",
            async (string name, HttpRequest request) =>
                pages[name] = JsonSerializer.Deserialize(await Body(request), BareJson.Default.BarePage)!
        );
        app.MapGet(
            "/pages/{name}",
            (string name, HttpResponse response) => response.WriteAsJsonAsync(pages[name], BareJson.Default.BarePage)
        );
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    /// <summary>Starts the process and waits for its address.</summary>
    public static async Task<BareServer> Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList = { typeof(BareServer).Assembly.Location, Word },
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare server did not start.");
        return new BareServer(process, new Uri(address));
    }

    /// <summary>Puts something there to be asked for.</summary>
    public async Task<string> Put(string path, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        using var response = await Http.PutAsync(new Uri(path, UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
        return path;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static Task Send(HttpResponse response, byte[] bytes)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes).AsTask();
    }
}
