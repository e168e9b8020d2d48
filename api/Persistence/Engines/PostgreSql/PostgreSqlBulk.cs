using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Opora.Persistence.Engines.PostgreSql;

/// <summary>Bulk writing on PostgreSQL: binary COPY.</summary>
internal sealed class PostgreSqlBulk : StagedBulk
{
    public static readonly PostgreSqlBulk Instance = new();

    // The number of the transaction itself. It is final for all readers once no older transaction is open.
    public override string? NextChangeNo => "SELECT pg_current_xact_id()::text::bigint";

    public override string HorizonQuery => "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    public override string RandomId => "gen_random_uuid()";

    // Temporary tables have no statistics: left to guess, the planner reads the whole table of results for every batch.
    public override string Settings => "SET LOCAL enable_seqscan = off; SET LOCAL jit = off; ";

    public override string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns) =>
        $"""
            CREATE TEMP TABLE IF NOT EXISTS {table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {Type(c)}"))}) ON COMMIT DROP;
            DELETE FROM {table}
            """;

    public override string Differs(string left, string right, IReadOnlyList<string> columns) =>
        $"({List(columns, left)}) IS DISTINCT FROM ({List(columns, right)})";

    public override Task LockRegions(AppDbContext db, IReadOnlyList<string> regions, CancellationToken cancellationToken) =>
        db.Execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(region, 0)) FROM unnest(@regions) WITH ORDINALITY r (region, n) ORDER BY n",
            cancellationToken,
            ("@regions", regions.ToArray())
        );

    public override Task Hold(AppDbContext db, string name, bool alone, CancellationToken cancellationToken) =>
        db.Execute(
            $"SELECT pg_advisory_xact_lock{(alone ? "" : "_shared")}(hashtextextended(@name, 0))",
            cancellationToken,
            ("@name", name)
        );

    public override async Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY {table.Name} ({List(table.Columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        var sink = new Sink(writer);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            table.Write(row, sink);
        }
        await writer.CompleteAsync(cancellationToken);
    }

    private static string Type(BulkColumn column) =>
        column.Kind switch
        {
            BulkKind.Int => "integer",
            BulkKind.Long => "bigint",
            BulkKind.Guid => "uuid",
            BulkKind.Instant => "timestamptz",
            _ => "text",
        };

    // Values go into the writer's buffer; only a full buffer waits for the socket.
    private sealed class Sink(NpgsqlBinaryImporter writer) : IRowSink
    {
        public void Int(int? value)
        {
            if (value is { } number)
                writer.Write(number, NpgsqlDbType.Integer);
            else
                writer.WriteNull();
        }

        public void Long(long? value)
        {
            if (value is { } number)
                writer.Write(number, NpgsqlDbType.Bigint);
            else
                writer.WriteNull();
        }

        public void Guid(Guid? value)
        {
            if (value is { } id)
                writer.Write(id, NpgsqlDbType.Uuid);
            else
                writer.WriteNull();
        }

        public void Instant(DateTime value) => writer.Write(value, NpgsqlDbType.TimestampTz);

        public void Text(string? value)
        {
            if (value is null)
                writer.WriteNull();
            else
                writer.Write(value, NpgsqlDbType.Text);
        }
    }
}
