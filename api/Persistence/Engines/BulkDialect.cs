using System.Data.Common;
using Opora.Persistence.Results;

namespace Opora.Persistence.Engines;

/// <summary>What an upsert writes beside the values: the import that brought them and the instant.</summary>
internal readonly record struct Stamp(Guid ImportId, DateTime At);

/// <summary>
/// What engines do differently when rows are written in bulk. All three read double-quoted names, <c>@</c> parameters and
/// UPDATE … FROM, so most statements are common.
/// </summary>
internal abstract class BulkDialect
{
    private RollbackStatements? _rollback;

    /// <summary>The statements that take an import back, in the words of this engine.</summary>
    public RollbackStatements Rollback => _rollback ??= new RollbackStatements(this);

    /// <summary>Name under which a temporary table is created and read.</summary>
    public virtual string Temporary(string name) => name;

    /// <summary>Makes a temporary table of this transaction, empty whether or not it was there.</summary>
    public abstract string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns);

    /// <summary>Asks for the number of this transaction in the change feed; null when the engine numbers every row itself.</summary>
    public abstract string? NextChangeNo { get; }

    /// <summary>Asks for the number below which nothing is added any more.</summary>
    public abstract string HorizonQuery { get; }

    /// <summary>An expression that gives each row a key of its own, where no order of keys is needed.</summary>
    public abstract string RandomId { get; }

    /// <summary>A key as this engine stores it.</summary>
    public virtual object Stored(Guid id) => id;

    /// <summary>Reads a key as this engine stores it.</summary>
    public virtual Guid ReadId(DbDataReader row, int column) => row.GetGuid(column);

    /// <summary>Gives a parameter its value.</summary>
    public virtual void Bind(DbParameter parameter, object value) => parameter.Value = value is Guid id ? Stored(id) : value;

    /// <summary>Lets one transaction at a time write results of these regions; for engines with several writers.</summary>
    public virtual Task LockRegions(AppDbContext db, IReadOnlyList<string> regions, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Holds something by its name until the transaction ends, alone or with others; for engines with several writers.</summary>
    public virtual Task Hold(AppDbContext db, string name, bool alone, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates and updates results by their natural key and says what became of each row.</summary>
    public abstract Task Upsert(
        AppDbContext db,
        IReadOnlyList<ResultRow> rows,
        RowOutcome[] outcomes,
        Stamp stamp,
        CancellationToken cancellationToken
    );

    /// <summary>Writes rows into a table as fast as the engine takes them, in the present transaction.</summary>
    public abstract Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken);

    /// <summary>The watermark of the change feed.</summary>
    public async Task<long> Horizon(AppDbContext db, CancellationToken cancellationToken) =>
        (long)(await db.Scalar(HorizonQuery, cancellationToken))!;

    /// <summary>The values of the common parameters: <c>@import</c>, <c>@at</c> and, where rows are numbered by us, <c>@change</c>.</summary>
    public async Task<(string Name, object Value)[]> Parameters(AppDbContext db, Stamp stamp, CancellationToken cancellationToken) =>
        NextChangeNo is { } next
            ? [("@import", stamp.ImportId), ("@at", stamp.At), ("@change", (await db.Scalar(next, cancellationToken))!)]
            : [("@import", stamp.ImportId), ("@at", stamp.At)];

    /// <summary>Column list of a statement.</summary>
    public static string List(IEnumerable<string> columns, string? prefix = null) =>
        string.Join(", ", columns.Select(c => prefix is null ? $"\"{c}\"" : $"{prefix}.\"{c}\""));
}
