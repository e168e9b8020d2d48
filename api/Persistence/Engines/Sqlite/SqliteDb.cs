using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>The context on this engine.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CurrentScope current, TimeProvider clock)
    : AppDbContext(options, current, clock)
{
    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };
}
