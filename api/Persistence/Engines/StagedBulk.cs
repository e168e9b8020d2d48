using Opora.Persistence.Results;

namespace Opora.Persistence.Engines;

/// <summary>The upsert on a server: rows travel once into a temporary table, then a few statements treat them all.</summary>
internal abstract class StagedBulk : BulkDialect
{
    private StagedStatements? _statements;

    /// <summary>The statements in the words of this engine.</summary>
    public StagedStatements Statements => _statements ??= new StagedStatements(this);

    /// <summary>What has to be said once in a transaction before set-based statements, with a closing semicolon.</summary>
    public virtual string Settings => "";

    /// <summary>Whether two rows differ in any of the columns; null equals null.</summary>
    public abstract string Differs(string left, string right, IReadOnlyList<string> columns);

    /// <summary>Keys for new rows, in the order that the engine indexes best.</summary>
    protected virtual IEnumerable<Guid> NewIds() => OrderedIds.Next();

    public override async Task Upsert(
        AppDbContext db,
        IReadOnlyList<ResultRow> rows,
        RowOutcome[] outcomes,
        Stamp stamp,
        CancellationToken cancellationToken
    )
    {
        await db.Execute(Statements.Prepare, cancellationToken);
        var staged = rows.Zip(NewIds(), (row, id) => (row, id)).Select((r, ordinal) => new StagedRow(ordinal, r.id, r.row));
        await Copy(db, ResultTables.Staged with { Name = Temporary(ResultTables.Staged.Name) }, staged, cancellationToken);
        var (created, updated) = (0, 0);
        await db.Read(
            Statements.Match,
            row =>
            {
                var isNew = row.GetInt32(1) == 1;
                outcomes[row.GetInt32(0)] = isNew ? RowOutcome.Created : RowOutcome.Updated;
                _ = isNew ? created++ : updated++;
            },
            cancellationToken
        );
        if (created + updated == 0)
            return;
        var parameters = await Parameters(db, stamp, cancellationToken);
        // Of an updated row two are written: its revision and itself.
        var written = updated == 0 ? 0 : await db.Execute(Statements.Update, cancellationToken, parameters);
        if (created > 0)
            written += await db.Execute(Statements.Insert, cancellationToken, parameters);
        if (written != 2 * updated + created)
            throw new InvalidOperationException($"{written} rows were written for {created} new and {updated} changed results.");
    }
}
