using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Demo;
using Opora.Persistence;

namespace Opora.Api;

/// <summary>The database at start: registered, migrated, and a word on the console about how to get in.</summary>
public static class Database
{
    /// <summary>Registers the context of the engine asked for, and what lies beside it in the data folder.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder, StartOptions start)
    {
        builder.Services.AddSingleton(start);
        builder.Services.AddSingleton(new SetupLink(start.DataFolder));
        builder.Services.AddPersistence(start.Engine, start.ConnectionString);
    }

    /// <summary>Brings the tables to this version.</summary>
    public static async Task Migrate(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
    }

    /// <summary>Migrates SQLite (elsewhere migrating is a visible step) and prints the address, with the set-up link while it is needed.</summary>
    public static async Task Prepare(this WebApplication app, StartOptions start)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (start.Engine == EngineKind.Sqlite)
            await db.Database.MigrateAsync(stopping);
        else
            await ThrowIfNotReady(db, stopping);
        var demo = start.Demo && await SetupLink.IsNeeded(db, stopping) ? await app.PrepareDemo(stopping) : null;
        var setup = await SetupLink.IsNeeded(db, stopping) ? await app.Services.GetRequiredService<SetupLink>().Token(stopping) : null;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var url in app.Urls)
            {
                Console.WriteLine($"Opora: {url}");
                if (setup is not null)
                    Console.WriteLine($"First operator, one-time link: {url}/setup?token={setup}");
            }
            if (demo is not null)
                Console.WriteLine($"Demo sign-ins (only you can read them): {demo}");
        });
    }

    // The bare connection is tried first: the context would log pages about a server that is not there.
    private static async Task ThrowIfNotReady(AppDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.GetDbConnection().OpenAsync(cancellationToken);
        await db.Database.CloseConnectionAsync();
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new StartRefused(
                "The database is not at this version of the product yet: start once with --migrate, then again without."
            );
    }
}
