using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Opora.Persistence;
using Opora.Persistence.Engines.SqlServer;

namespace Opora.TSql.Tests;

/// <summary>Microsoft's own parser reads what is sent to SQL Server, since no server runs where the tests run.</summary>
public sealed class SqlServerScriptTests
{
    private static string[] Faults(string sql)
    {
        using var text = new StringReader(sql);
        _ = new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        return [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")];
    }

    private static SqlServerDb Nowhere() =>
        new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=nowhere").Options, new CurrentScope(), TimeProvider.System);

    [Fact]
    public void The_parser_does_find_faults() => Faults("UPDATE results SETT a = 1").ShouldNotBeEmpty();

    [Fact]
    public async Task Every_migration_is_good_T_SQL()
    {
        await using var db = Nowhere();
        var migrations = db.Database.GetMigrations().ToList();
        migrations.ShouldNotBeEmpty();
        var migrator = db.GetService<IMigrator>();
        foreach (var options in new[] { MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent })
        {
            var script = migrator.GenerateScript(options: options);
            script.ShouldContain("exam_results");
            Faults(script).ShouldBeEmpty();
        }
        Faults(migrator.GenerateScript(migrations[^1], Migration.InitialDatabase)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_bulk_statement_is_good_T_SQL()
    {
        var bulk = SqlServerBulk.Instance;
        string[] statements = [.. bulk.Statements.All, .. bulk.Rollback.All, bulk.HorizonQuery, SqlServerBulk.HoldStatement];
        statements.Length.ShouldBeGreaterThan(10);
        foreach (var statement in statements)
            Faults(statement).ShouldBeEmpty(statement);
    }

    [Fact]
    public async Task Text_is_never_compared_by_the_servers_own_collation()
    {
        await using var db = Nowhere();
        var texts = db.GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .SelectMany(t => t.GetProperties())
            .Where(p => p.GetColumnType().StartsWith("nvarchar", StringComparison.Ordinal));
        texts.ShouldNotBeEmpty();
        texts
            .Where(p => p.GetCollation() != SqlServerBulk.Collation)
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}")
            .ShouldBeEmpty();
    }
}
