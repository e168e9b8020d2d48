using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence.Results;
using SQLitePCL;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>Bulk writing on SQLite: prepared statements, row by row.</summary>
internal sealed class SqliteBulk : BulkDialect
{
    public static readonly SqliteBulk Instance = new();

    public override string? NextChangeNo => $"""UPDATE {ChangeCounter.Table} SET "Last" = "Last" + 1 RETURNING "Last" """;

    // What the next transaction will be given: nobody writes meanwhile.
    public override string HorizonQuery => $"""SELECT "Last" + 1 FROM {ChangeCounter.Table}""";

    public override string RandomId => "randomblob(16)";

    public override object Stored(Guid id) => id.ToByteArray(bigEndian: true);

    public override Guid ReadId(DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    // A pooled connection keeps its temporary tables, and a rolled back transaction their rows.
    public override string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns) =>
        $"""
            CREATE TEMP TABLE IF NOT EXISTS {table} ({List(columns.Select(c => c.Name))});
            DELETE FROM {table}
            """;

    public override async Task Upsert(
        AppDbContext db,
        IReadOnlyList<ResultRow> rows,
        RowOutcome[] outcomes,
        Stamp stamp,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Only a transaction that wrote something takes the number it used.
        using var upsert = new SqliteUpsert(HandleOf(db), stamp, await Horizon(db, cancellationToken));
        if (upsert.Write(rows, outcomes) > 0)
            await db.Execute(NextChangeNo!, cancellationToken);
    }

    public override Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var values = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        using var insert = new SqliteStatement(
            HandleOf(db),
            $"INSERT INTO {table.Name} ({List(table.Columns.Select(c => c.Name))}) VALUES ({values})"
        );
        foreach (var row in rows)
        {
            table.Write(row, insert.From(1));
            insert.Write();
        }
        return Task.CompletedTask;
    }

    private static sqlite3 HandleOf(AppDbContext db) => ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
}
