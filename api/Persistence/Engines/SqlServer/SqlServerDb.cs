using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Opora.Persistence.Engines.SqlServer;

/// <summary>The context on this engine.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, CurrentScope current, TimeProvider clock)
    : AppDbContext(options, current, clock)
{
    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbUpdateException exception) => exception.InnerException is SqlException { Number: 2601 or 2627 };
}
