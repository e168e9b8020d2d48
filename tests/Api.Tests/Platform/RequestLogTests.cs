using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Opora.Api.Tests.Support;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.Sqlite;
using Opora.Persistence.Engines.SqlServer;

namespace Opora.Api.Tests.Platform;

[AnyEngine]
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
            // The address of a calendar is a secret itself.
            (await http.GetAsync("/api/v1/calendar/секрет.ics", TestContext.Current.CancellationToken)).Dispose();
        }

        lines.All.ShouldContain(l =>
            l.Contains("/api/v1/schools/{id}", StringComparison.Ordinal)
            && l.Contains(school.Id.ToString(), StringComparison.Ordinal)
            && l.Contains("401", StringComparison.Ordinal)
        );
        lines.All.ShouldContain(l => l.Contains("POST /api/v1/session", StringComparison.Ordinal));
        lines.All.ShouldContain(l => l.Contains("(no route)", StringComparison.Ordinal));
        lines.All.ShouldContain(l => l.Contains("/api/v1/calendar/{secret}.ics", StringComparison.Ordinal));
        lines.All.ShouldNotContain(l =>
            l.Contains("секрет", StringComparison.OrdinalIgnoreCase)
            || l.Contains(Uri.EscapeDataString("секрет"), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task No_line_of_any_level_holds_a_name_an_address_a_password_or_a_body()
    {
        var own = await OwnRegion.Make(api);
        using var lines = new Lines();
        await using var product = api.WithWebHostBuilder(host =>
            host.ConfigureServices(s => s.AddSingleton<ILoggerProvider>(lines))
                .ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddFilter<Lines>("Opora", LogLevel.Trace))
        );
        using var http = await own.Given.Operator(product);
        using var stranger = product.CreateBrowser();
        var me = await http.GetJson("/api/v1/me");
        var userName = me.GetProperty("userName").GetString()!;
        await http.PutJson("/api/v1/me", new { displayName = "Тайный Испытатель" }, me.GetProperty("version").GetInt32());
        foreach (var route in Route.All(api).Where(r => r.Name is not ("SignOut" or "EndSessions")))
        {
            foreach (var request in new[] { own.Request(route), own.Request(route, version: 77) })
                (await http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
            using var wrong = own.Request(route);
            wrong.RequestUri = new Uri(own.Address(route).Split('?')[0] + "?search=тайна&email=secret%40example.test", UriKind.Relative);
            wrong.Content = new StringContent("{\"тайна\":", System.Text.Encoding.UTF8, "application/json");
            (await http.SendAsync(wrong, TestContext.Current.CancellationToken)).Dispose();
            (await stranger.SendAsync(own.Request(route), TestContext.Current.CancellationToken)).Dispose();
        }
        (await stranger.PostJson("/api/v1/session", new { userName, password = "тайна тайная" })).Dispose();
        (await stranger.PostJson("/api/v1/session", new { userName, password = Given.Password })).Dispose();

        string[] secrets =
        [
            userName,
            Given.Password,
            "тайна",
            Uri.EscapeDataString("тайна"),
            "Испытатель",
            "Методист",
            "Образцова",
            Uri.EscapeDataString("Образцова"),
            "secret@example.test",
            "secret%40example.test",
            "@example",
            own.School.Name,
            "Русский язык",
        ];
        lines.All.Count.ShouldBeGreaterThan(100);
        lines
            .All.SelectMany(line => secrets.Where(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"«{s}»: {line}"))
            .Take(5)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_of_ours_is_told_without_its_text_and_logged_without_what_was_sent()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var lines = new Lines();
        await using var product = api.WithWebHostBuilder(host =>
            host.ConfigureServices(services =>
                {
                    services.AddSingleton<ILoggerProvider>(lines);
                    services.ConfigureDbContext<SqliteDb>(Broken);
                    services.ConfigureDbContext<SqlServerDb>(Broken);
                    services.ConfigureDbContext<PostgreSqlDb>(Broken);
                })
                .ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddFilter<Lines>("Opora", LogLevel.Trace))
        );
        using var http = await given.Operator(product);
        var problem = await http.PutJson($"/api/v1/municipalities/{place.Code}", new { name = "Тайный район" })
            .AssertProblem(500, "unexpected");
        problem.EnumerateObject().Select(p => p.Name).ShouldBe(["type", "title", "status", "detail", "code", "traceId"], ignoreOrder: true);
        foreach (var inner in new[] { "Exception", "nowhere", "UPDATE", "   at ", "Тайный" })
            problem.ToString().ShouldNotContain(inner);
        lines.All.ShouldContain(l => l.Contains(" failed", StringComparison.Ordinal) && l.Contains("Exception", StringComparison.Ordinal));
        lines.All.ShouldContain(l => l.Contains("→ 500", StringComparison.Ordinal));
        string[] secrets = ["Тайный", Given.Password, "user-", "Испытатель"];
        lines.All.Where(line => secrets.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase))).Take(3).ShouldBeEmpty();

        static void Broken(IServiceProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(new BreaksWrites());
    }

    /// <summary>The engine itself refuses what is written: its own messages are what might tell too much.</summary>
    private sealed class BreaksWrites : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (
                command.CommandText.Contains("municipalities", StringComparison.Ordinal)
                && command.CommandText.Contains("UPDATE", StringComparison.Ordinal)
            )
                command.CommandText = "UPDATE nowhere SET nothing = 1";
            return ValueTask.FromResult(result);
        }
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
        ) => _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
