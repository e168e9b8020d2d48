using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Persistence;
using Opora.Persistence.Engines;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.Sqlite;
using Opora.Persistence.Engines.SqlServer;

namespace Opora.Api.Tests.Persistence;

public sealed class EngineTests(ApiFactory api)
{
    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> use)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        use(builder);
        return builder.Options;
    }

    public static TheoryData<EngineKind> Engines => [.. Enum.GetValues<EngineKind>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_migration_of_each_engine_is_the_model(EngineKind engine)
    {
        await using AppDbContext db = engine switch
        {
            EngineKind.Sqlite => new SqliteDb(Options<SqliteDb>(o => o.UseSqlite("Data Source=nowhere")), new(), api.Clock),
            EngineKind.PostgreSql => new PostgreSqlDb(Options<PostgreSqlDb>(o => o.UseNpgsql("Host=nowhere")), new(), api.Clock),
            _ => new SqlServerDb(Options<SqlServerDb>(o => o.UseSqlServer("Server=nowhere")), new(), api.Clock),
        };
        db.Database.HasPendingModelChanges().ShouldBeFalse($"Run infra/new-migration.sh: the model of {engine} has changed.");
    }

    [Fact]
    public async Task SQLite_writes_ahead_and_waits_for_other_processes()
    {
        Assert.SkipUnless(TestDatabase.EngineUnderTest == EngineKind.Sqlite, "SQLite only.");
        var given = await Given.Region(api);
        await given.InRegion(async db =>
        {
            async Task<string> Told(string sql) => (await db.Scalar(sql, default))!.ToString()!;
            (await Told("PRAGMA journal_mode")).ShouldBe("wal");
            (await Told("PRAGMA synchronous")).ShouldBe("1");
            (await Told("PRAGMA page_size")).ShouldBe("8192");
            (await Told("PRAGMA busy_timeout")).ShouldBe("5000");
        });
    }

    [Fact]
    public async Task Writers_take_turns_and_lose_nothing()
    {
        var given = await Given.Region(api);
        await Parallel.ForAsync(
            0,
            40,
            TestContext.Current.CancellationToken,
            async (n, ct) =>
                await given.InRegion(async db =>
                {
                    await using var write = await db.BeginWrite(ct);
                    db.Add(new Domain.Places.Municipality(Given.NewCode()[1..], given.RegionCode, $"Район {n}"));
                    await db.SaveChangesAsync(ct);
                    await write.Commit(ct);
                })
        );
        await given.InRegion(async db => (await db.Municipalities.CountAsync(m => m.RegionCode == given.RegionCode)).ShouldBe(40));
    }

    [Fact]
    public async Task Numbers_of_the_change_feed_below_the_horizon_are_final()
    {
        var given = await Given.Region(api);
        long before = 0,
            after = 0;
        await given.InRegion(async db => before = await db.Horizon(default));
        await given.InRegion(async db =>
        {
            // On PostgreSQL any open writing transaction of the cluster holds the horizon back, never forward.
            await using var write = await db.BeginWrite(default);
            await write.Commit(default);
            after = await db.Horizon(default);
        });
        after.ShouldBeGreaterThanOrEqualTo(before);
    }
}
