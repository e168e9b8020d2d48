using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.Sqlite;
using Opora.Persistence.Engines.SqlServer;
using Opora.Persistence.Rollups;

namespace Opora.Persistence;

/// <summary>Which database engine the product runs on.</summary>
public enum EngineKind
{
    /// <summary>Embedded; needs nothing. The default.</summary>
    Sqlite,

    /// <summary>The production engine.</summary>
    SqlServer,

    /// <summary>The second server engine.</summary>
    PostgreSql,
}

/// <summary>Registers the context of the chosen engine. The context is not pooled: it carries the caller's scope.</summary>
public static class Engine
{
    /// <summary>Adds <see cref="AppDbContext"/> on the engine.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, EngineKind kind, string connectionString)
    {
        services.AddScoped<CurrentScope>();
        services.AddSingleton<RollupRefresher>();
        services.AddSingleton<Indicators.IndicatorRefresher>();
        services.AddSingleton<RollupSignal>();
        services.AddSingleton<Indicators.FormulaRefresher>();
        services.AddSingleton<Indicators.FormulaExplainer>();
        services.AddSingleton<Indicators.FormulaSignal>();
        services.AddSingleton<Indicators.FormulaWaking>();
        services.AddScoped<Results.ExamResultStore>();
        return kind switch
        {
            EngineKind.Sqlite => services.AddDbContext<AppDbContext, SqliteDb>(
                (p, o) => o.UseSqlite(connectionString).AddInterceptors(Woken(p))
            ),
            EngineKind.SqlServer => services.AddDbContext<AppDbContext, SqlServerDb>(
                (p, o) => o.UseSqlServer(connectionString).AddInterceptors(Woken(p))
            ),
            EngineKind.PostgreSql => services.AddDbContext<AppDbContext, PostgreSqlDb>(
                (p, o) => o.UseNpgsql(connectionString).AddInterceptors(Woken(p))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such engine."),
        };
    }

    private static Indicators.FormulaWaking Woken(IServiceProvider services) => services.GetRequiredService<Indicators.FormulaWaking>();

    /// <summary>The connection string of a SQLite file.</summary>
    public static string SqliteFile(string path) => new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
}
