using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>
/// Bulk writing on SQLite: one prepared statement, its values bound by number. Finding parameters by name costs more than the insert, and
/// statements of many rows make that quadratic.
/// </summary>
internal sealed class SqliteBulk : BulkDialect
{
    public static readonly SqliteBulk Instance = new();

    public override string? NextChangeNo => $"""UPDATE {ChangeCounter.Table} SET "Last" = "Last" + 1 RETURNING "Last" """;

    public override string HorizonQuery => $"""SELECT "Last" + 1 FROM {ChangeCounter.Table}""";

    public override string RandomId => "randomblob(16)";

    public override object Stored(Guid id) => id.ToByteArray(bigEndian: true);

    // A pooled connection keeps its temporary tables, and a rolled back transaction their rows.
    public override string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns) =>
        $"""
            CREATE TEMP TABLE IF NOT EXISTS {table} ({string.Join(", ", columns.Select((c, i) => $"\"{c.Name}\"{Type(c, i == 0)}"))});
            DELETE FROM {table}
            """;

    public override string Differs(string left, string right, IReadOnlyList<string> columns) =>
        $"({List(columns, left)}) IS NOT ({List(columns, right)})";

    public override Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var database = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var values = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        Check(
            raw.sqlite3_prepare_v2(
                database,
                $"INSERT INTO {table.Name} ({List(table.Columns.Select(c => c.Name))}) VALUES ({values})",
                out var insert
            ),
            database
        );
        using (insert)
        {
            var sink = new Sink(insert);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sink.Begin();
                table.Write(row, sink);
                var outcome = raw.sqlite3_step(insert);
                if (outcome != raw.SQLITE_DONE)
                    Check(outcome, database);
                _ = raw.sqlite3_reset(insert);
            }
        }
        return Task.CompletedTask;
    }

    private static string Type(BulkColumn column, bool first) =>
        column.Kind switch
        {
            BulkKind.Int when first => " INTEGER PRIMARY KEY",
            BulkKind.Int => " INTEGER",
            BulkKind.Guid => " BLOB",
            _ => " TEXT",
        };

    private static void Check(int outcome, sqlite3 database) => SqliteException.ThrowExceptionForRC(outcome, database);

    private sealed class Sink(sqlite3_stmt statement) : IRowSink
    {
        private readonly byte[] _id = new byte[16];
        private int _column;

        public void Begin() => _column = 0;

        public void Int(int? value)
        {
            _column++;
            _ = value is { } number ? raw.sqlite3_bind_int(statement, _column, number) : raw.sqlite3_bind_null(statement, _column);
        }

        public void Guid(Guid value)
        {
            value.TryWriteBytes(_id, bigEndian: true, out _);
            _ = raw.sqlite3_bind_blob(statement, ++_column, _id);
        }

        public void Text(string? value)
        {
            _column++;
            _ = value is null ? raw.sqlite3_bind_null(statement, _column) : raw.sqlite3_bind_text(statement, _column, value);
        }
    }
}
