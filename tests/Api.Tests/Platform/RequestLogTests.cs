using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

public sealed class RequestLogTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_ids_and_outcome_and_nothing_that_people_typed()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality(), "Школа тайных названий");
        using var lines = new Lines();
        await using var product = api.WithWebHostBuilder(host => host.ConfigureServices(s => s.AddSingleton<ILoggerProvider>(lines)));
        using var http = product.CreateClient();
        using (var caller = await given.Operator())
        using (var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/schools/{school.Id}?search=секрет"))
        {
            var unknown = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
            {
                Content = new StringContent(
                    "{\"userName\":\"секрет\",\"password\":\"секрет\"}",
                    System.Text.Encoding.UTF8,
                    "application/json"
                ),
                Headers = { { "X-Opora", "1" } },
            };
            (await http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
            (await http.SendAsync(unknown, TestContext.Current.CancellationToken)).Dispose();
            (await http.GetAsync("/api/v1/секрет", TestContext.Current.CancellationToken)).Dispose();
        }

        lines.All.ShouldContain(l =>
            l.Contains("/api/v1/schools/{id}", StringComparison.Ordinal)
            && l.Contains(school.Id.ToString(), StringComparison.Ordinal)
            && l.Contains("401", StringComparison.Ordinal)
        );
        lines.All.ShouldContain(l => l.Contains("POST /api/v1/session", StringComparison.Ordinal));
        lines.All.ShouldContain(l => l.Contains("(no route)", StringComparison.Ordinal));
        lines.All.ShouldNotContain(l =>
            l.Contains("секрет", StringComparison.OrdinalIgnoreCase)
            || l.Contains(Uri.EscapeDataString("секрет"), StringComparison.OrdinalIgnoreCase)
        );
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
