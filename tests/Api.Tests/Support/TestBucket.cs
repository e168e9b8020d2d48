using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Opora.Api.Tests.Support;

/// <summary>
/// A service with one bucket that answers like S3 to what the product asks: objects are put, got and deleted by signed requests, whose
/// bodies are what was signed.
/// </summary>
public sealed class TestBucket : IAsyncDisposable
{
    public const string Name = "opora-files";
    public const string AccessKey = "test-key";
    private readonly WebApplication _app;

    private TestBucket(WebApplication app) => _app = app;

    /// <summary>What lies in the bucket, by name.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it answers nothing but 500.</summary>
    public bool Down { get; set; }

    /// <summary>Where it answers.</summary>
    public string Url => _app.Urls.Single();

    public static async Task<TestBucket> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bucket = new TestBucket(app);
        app.Run(bucket.Answer);
        await app.StartAsync(cancellationToken);
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var content = body.ToArray();
        http.Response.StatusCode =
            Down ? 500
            : IsSigned(http.Request, content) ? Act(http, content)
            : 403;
        if (http.Response.StatusCode == 200 && HttpMethods.IsGet(http.Request.Method))
            await http.Response.Body.WriteAsync(Objects[KeyOf(http.Request)], http.RequestAborted);
    }

    private int Act(HttpContext http, byte[] content)
    {
        var key = KeyOf(http.Request);
        switch (http.Request.Method)
        {
            case "PUT":
                Objects[key] = content;
                return 200;
            case "GET":
                return Objects.ContainsKey(key) ? 200 : 404;
            case "DELETE":
                Objects.TryRemove(key, out _);
                return 204;
            default:
                return 405;
        }
    }

    private static string KeyOf(HttpRequest request) => request.Path.Value![$"/{Name}/".Length..];

    private static bool IsSigned(HttpRequest request, byte[] content) =>
        request.Path.StartsWithSegments($"/{Name}", StringComparison.Ordinal)
        && request.Headers.Authorization.ToString().StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal)
        && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(content));
}
