using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Opora.Domain.Results;

namespace Opora.Persistence.Engines.SqlServer;

/// <summary>The context on this engine.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, CurrentScope current, TimeProvider clock)
    : AppDbContext(options, current, clock)
{
    internal override BulkDialect Bulk => SqlServerBulk.Instance;

    /// <inheritdoc/>
    protected override string? OrdinalCollation => SqlServerBulk.Collation;

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbUpdateException exception) => exception.InnerException is SqlException { Number: 2601 or 2627 };

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ExamResult>().Property(r => r.ChangeNo).HasConversion(new NumberToBytesConverter<long>()).IsRowVersion();
        builder.Entity<DeletedResult>().Property(r => r.ChangeNo).HasConversion(new NumberToBytesConverter<long>()).IsRowVersion();
    }
}
