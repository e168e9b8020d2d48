using System.Data.Common;

namespace Opora.Persistence.Engines;

/// <summary>
/// What engines do differently when rows are written in bulk. The statements themselves are common (<see cref="ResultStatements"/>):
/// all three read double-quoted names, <c>@</c> parameters and UPDATE … FROM.
/// </summary>
internal abstract class BulkDialect
{
    private ResultStatements? _results;

    /// <summary>The statements about exam results in the words of this engine.</summary>
    public ResultStatements Results => _results ??= new ResultStatements(this);

    /// <summary>Name under which a temporary table is created and read.</summary>
    public virtual string Temporary(string name) => name;

    /// <summary>Makes a temporary table of this transaction, empty whether or not it was there.</summary>
    public abstract string MakeTemporary(string table, IReadOnlyList<BulkColumn> columns);

    /// <summary>What has to be said once in a transaction before set-based statements; null when nothing.</summary>
    public virtual string? Settings => null;

    /// <summary>Whether two rows differ in any of the columns; null equals null.</summary>
    public abstract string Differs(string left, string right, IReadOnlyList<string> columns);

    /// <summary>Asks for the number of this transaction in the change feed; null when the engine numbers every row itself.</summary>
    public abstract string? NextChangeNo { get; }

    /// <summary>Asks for the number below which nothing is added any more.</summary>
    public abstract string HorizonQuery { get; }

    /// <summary>An expression that gives each row a key of its own, where no order of keys is needed.</summary>
    public abstract string RandomId { get; }

    /// <summary>A key for a new row, in the order that the engine indexes best.</summary>
    public virtual Guid NewId() => Guid.CreateVersion7();

    /// <summary>A key as this engine stores it.</summary>
    public virtual object Stored(Guid id) => id;

    /// <summary>Gives a parameter its value.</summary>
    public virtual void Bind(DbParameter parameter, object value) => parameter.Value = value is Guid id ? Stored(id) : value;

    /// <summary>Lets one transaction at a time write results of these regions; for engines with several writers.</summary>
    public virtual Task LockRegions(AppDbContext db, IReadOnlyList<string> regions, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Writes rows into a table as fast as the engine takes them, in the present transaction.</summary>
    public abstract Task Copy<T>(AppDbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken);

    /// <summary>The watermark of the change feed.</summary>
    public async Task<long> Horizon(AppDbContext db, CancellationToken cancellationToken) =>
        (long)(await db.Scalar(HorizonQuery, cancellationToken))!;

    /// <summary>Column list of a statement.</summary>
    public static string List(IEnumerable<string> columns, string? prefix = null) =>
        string.Join(", ", columns.Select(c => prefix is null ? $"\"{c}\"" : $"{prefix}.\"{c}\""));
}
