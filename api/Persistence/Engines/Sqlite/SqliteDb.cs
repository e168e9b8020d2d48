using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>The context on this engine.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CurrentScope current, TimeProvider clock)
    : AppDbContext(options, current, clock)
{
    internal override BulkDialect Bulk => SqliteBulk.Instance;

    /// <inheritdoc/>
    protected override string? OrdinalCollation => null;

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(SqlitePragmas.Instance);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ChangeCounter>().ToTable(ChangeCounter.Table).HasData(new ChangeCounter { Id = 1 });
    }

    private protected override ValueTask<IDisposable?> TakeTurn(CancellationToken cancellationToken) =>
        WriteGate.Enter(Database.GetConnectionString()!, cancellationToken);
}
