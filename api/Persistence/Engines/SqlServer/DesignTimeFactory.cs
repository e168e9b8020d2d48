using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Opora.Persistence.Engines.SqlServer;

/// <summary>Lets dotnet-ef make migrations without a server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=nowhere").Options, new CurrentScope(), TimeProvider.System);
}
