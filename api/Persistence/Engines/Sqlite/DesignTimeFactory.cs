using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>Lets dotnet-ef make migrations without a server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=nowhere.db").Options, new CurrentScope(), TimeProvider.System);
}
