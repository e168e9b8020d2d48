using Microsoft.EntityFrameworkCore;
using Npgsql;

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
}
