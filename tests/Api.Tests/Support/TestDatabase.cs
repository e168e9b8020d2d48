using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Opora.Persistence;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.SqlServer;

namespace Opora.Api.Tests.Support;

/// <summary>An empty database of its own on the engine under test, dropped afterwards.</summary>
public sealed class TestDatabase
{
    private readonly Func<Task> _drop;

    private TestDatabase(EngineKind engine, string connectionString, Func<Task> drop) =>
        (Engine, ConnectionString, _drop) = (engine, connectionString, drop);

    /// <summary>The engine that <c>TEST_ENGINE</c> names; SQLite when it names none.</summary>
    public static EngineKind EngineUnderTest =>
        Environment.GetEnvironmentVariable("TEST_ENGINE") switch
        {
            null or "" or "sqlite" => EngineKind.Sqlite,
            "postgresql" => EngineKind.PostgreSql,
            "sqlserver" => EngineKind.SqlServer,
            var other => throw new InvalidOperationException($"TEST_ENGINE={other}: sqlite, postgresql or sqlserver."),
        };

    /// <summary>The engine.</summary>
    public EngineKind Engine { get; }

    /// <summary>How to reach the database.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes the database; on the servers with its tables, since only SQLite migrates itself at start.</summary>
    public static async Task<TestDatabase> Create(string folder)
    {
        var name = "opora_test_" + Guid.NewGuid().ToString("N");
        switch (EngineUnderTest)
        {
            case EngineKind.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(Setting("TEST_POSTGRESQL")) { Database = name }.ToString();
                return await Migrated(
                    EngineKind.PostgreSql,
                    postgres,
                    new PostgreSqlDb(Options<PostgreSqlDb>(o => o.UseNpgsql(postgres)), new CurrentScope(), TimeProvider.System)
                );
            case EngineKind.SqlServer:
                var server = new SqlConnectionStringBuilder(Setting("TEST_SQLSERVER")) { InitialCatalog = name }.ToString();
                return await Migrated(
                    EngineKind.SqlServer,
                    server,
                    new SqlServerDb(Options<SqlServerDb>(o => o.UseSqlServer(server)), new CurrentScope(), TimeProvider.System)
                );
            default:
                return new TestDatabase(
                    EngineKind.Sqlite,
                    Opora.Persistence.Engine.SqliteFile(Path.Combine(folder, "opora.db")),
                    () =>
                    {
                        SqliteConnection.ClearAllPools();
                        return Task.CompletedTask;
                    }
                );
        }
    }

    /// <summary>Removes the database.</summary>
    public Task Drop() => _drop();

    private static async Task<TestDatabase> Migrated(EngineKind engine, string connectionString, AppDbContext db)
    {
        await db.Database.MigrateAsync();
        return new TestDatabase(
            engine,
            connectionString,
            async () =>
            {
                await db.Database.EnsureDeletedAsync();
                await db.DisposeAsync();
            }
        );
    }

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder<T>> use)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        use(builder);
        return builder.Options;
    }

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} must name a server.");
}
