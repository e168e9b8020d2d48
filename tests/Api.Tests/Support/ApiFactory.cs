using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Opora.Api.Auth;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.Sqlite;
using Opora.Persistence.Engines.SqlServer;

[assembly: AssemblyFixture(typeof(Opora.Api.Tests.Support.ApiFactory))]

namespace Opora.Api.Tests.Support;

/// <summary>
/// The product, started once for all tests on a real database of its own: SQLite, or what <c>TEST_ENGINE</c> names. Each test makes a
/// region of its own and signs in for it, so that scope itself keeps tests apart and they run in parallel.
/// </summary>
public class ApiFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("opora-tests-").FullName;
    private TestDatabase _database = null!;

    /// <summary>The clock of the product; tests may only move it forward, and only by what no other test would mind.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The data folder of this run.</summary>
    public string DataFolder => _data;

    /// <summary>How this run reaches its database.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Create(_data);
        _ = Server;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.Drop();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// The product on the same data with a clock of its own, which may be moved by days. Nothing works in its background: by its day the
    /// sessions and the files of all other tests are old and would be cleared away.
    /// </summary>
    public WebApplicationFactory<Program> WithClock(TestClock clock) =>
        WithWebHostBuilder(host =>
            host.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.RemoveAll<IHostedService>();
            })
        );

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("data", _data);
        // All tests come from one address.
        builder.UseSetting(SignInThrottle.Setting, "1000000");
        builder.UseSetting("Database:Engine", _database.Engine.ToString());
        builder.UseSetting("ConnectionStrings:Opora", _database.ConnectionString);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Hashing slowly is the product's business; each test signs several people in and would do nothing else.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            services.AddSingleton<StatementCount.StatementRecorder>();
            services.ConfigureDbContext<SqliteDb>(Recorded);
            services.ConfigureDbContext<SqlServerDb>(Recorded);
            services.ConfigureDbContext<PostgreSqlDb>(Recorded);
        });

        static void Recorded(IServiceProvider provider, DbContextOptionsBuilder options) =>
            options.AddInterceptors(provider.GetRequiredService<StatementCount.StatementRecorder>());
    }
}
