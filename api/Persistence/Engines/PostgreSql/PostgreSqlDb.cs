using Microsoft.EntityFrameworkCore;
using Npgsql;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Persistence.Engines.PostgreSql;

/// <summary>The context on this engine.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options, CurrentScope current, TimeProvider clock)
    : AppDbContext(options, current, clock)
{
    internal override BulkDialect Bulk => PostgreSqlBulk.Instance;

    /// <inheritdoc/>
    protected override string? OrdinalCollation => "C";

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // This engine checks a foreign key row by row, which is a third of an import's time. Results are inserted by a join with the
        // schools, which are never deleted.
        var results = builder.Entity<ExamResult>().Metadata;
        results.RemoveForeignKey(results.GetForeignKeys().Single(k => k.PrincipalEntityType.ClrType == typeof(School)));
    }
}
