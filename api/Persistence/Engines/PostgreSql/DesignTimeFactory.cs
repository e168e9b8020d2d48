using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Opora.Persistence.Engines.PostgreSql;

/// <summary>Lets dotnet-ef make migrations without a server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlDb>
{
    public PostgreSqlDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=nowhere").Options, new CurrentScope(), TimeProvider.System);
}
