using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Opora.Persistence.Engines.SqlServer;

/// <summary>Bulk writing on SQL Server: bulk copy into a temporary table. Rows are numbered by their rowversion.</summary>
internal sealed class SqlServerBulk : StagedBulk
{
    public static readonly SqlServerBulk Instance = new();

    /// <summary>How all text is compared: exactly, as the other engines do. The server's own collation is never asked.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    private static readonly SequentialGuidValueGenerator Ids = new();

    public override string? NextChangeNo => null;

    public override string HorizonQuery => "SELECT CAST(MIN_ACTIVE_ROWVERSION() AS bigint)";

    public override string RandomId => "NEWID()";

    // EF's own order for this engine, which looks at the last six bytes of a key first.
    protected override IEnumerable<Guid> NewIds()
    {
        while (true)
            yield return Ids.Next(null!);
    }

    public override string Temporary(string name) => "#" + name;

    public override string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns) =>
        $"""
            DROP TABLE IF EXISTS #{table};
            CREATE TABLE #{table} ({string.Join(", ", columns.Select((c, i) => $"\"{c.Name}\" {Type(c)}{(i == 0 ? " PRIMARY KEY" : "")}"))})
            """;

    // This engine compares no rows, and EXCEPT takes null for equal to null.
    public override string Differs(string left, string right, IReadOnlyList<string> columns) =>
        $"EXISTS (SELECT {List(columns, left)} EXCEPT SELECT {List(columns, right)})";

    public override void Bind(DbParameter parameter, object value)
    {
        base.Bind(parameter, value);
        if (value is DateTime)
            parameter.DbType = DbType.DateTime2;
    }

    public override async Task LockRegions(AppDbContext db, IReadOnlyList<string> regions, CancellationToken cancellationToken)
    {
        foreach (var region in regions)
            await Hold(db, "exam-results:" + region, alone: true, cancellationToken);
    }

    public override Task Hold(AppDbContext db, string name, bool alone, CancellationToken cancellationToken) =>
        db.Execute(HoldStatement, cancellationToken, ("@resource", name), ("@mode", alone ? "Exclusive" : "Shared"));

    /// <summary>Waits for its turn and keeps it until the transaction ends.</summary>
    public const string HoldStatement =
        "EXEC sp_getapplock @Resource = @resource, @LockMode = @mode, @LockOwner = 'Transaction', @LockTimeout = -1";

    public override async Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        using var data = new DataTable();
        foreach (var column in table.Columns)
            data.Columns.Add(column.Name, ClrType(column));
        var sink = new Sink(table.Columns.Count);
        foreach (var row in rows)
        {
            sink.Begin();
            table.Write(row, sink);
            data.Rows.Add(sink.Values);
        }
        using var copy = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction()
        )
        {
            DestinationTableName = table.Name,
            BulkCopyTimeout = 0,
        };
        foreach (var column in table.Columns)
            copy.ColumnMappings.Add(column.Name, column.Name);
        await copy.WriteToServerAsync(data, cancellationToken);
    }

    private static string Type(BulkColumn column) =>
        column.Kind switch
        {
            BulkKind.Int => "int",
            BulkKind.Long => "bigint",
            BulkKind.Guid => "uniqueidentifier",
            BulkKind.Instant => "datetime2",
            _ => $"nvarchar({column.Length}) COLLATE {Collation}",
        } + (column.Nullable ? " NULL" : " NOT NULL");

    private static Type ClrType(BulkColumn column) =>
        column.Kind switch
        {
            BulkKind.Int => typeof(int),
            BulkKind.Long => typeof(long),
            BulkKind.Guid => typeof(Guid),
            BulkKind.Instant => typeof(DateTime),
            _ => typeof(string),
        };

    private sealed class Sink(int columns) : IRowSink
    {
        private int _column;

        public object?[] Values { get; } = new object?[columns];

        public void Begin() => _column = 0;

        public void Int(int? value) => Values[_column++] = value;

        public void Long(long? value) => Values[_column++] = value;

        public void Guid(Guid? value) => Values[_column++] = value;

        public void Instant(DateTime value) => Values[_column++] = value;

        public void Text(string? value) => Values[_column++] = value;
    }
}
