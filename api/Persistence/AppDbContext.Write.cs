using Microsoft.EntityFrameworkCore;
using Opora.Persistence.Engines;

namespace Opora.Persistence;

public abstract partial class AppDbContext
{
    /// <summary>
    /// Opens the one writing transaction of this unit of work. Everything written until <see cref="WriteTransaction.Commit"/> is kept
    /// together or not at all: SaveChangesAsync, ExecuteUpdate, bulk upserts. On SQLite writers take turns in the order in which they
    /// came, so keep it short, and open one around every ExecuteUpdate or ExecuteDelete too.
    /// </summary>
    /// <example>
    /// <code>
    /// await using var write = await db.BeginWrite(ct);
    /// …
    /// await db.SaveChangesAsync(ct);
    /// await write.Commit(ct);
    /// </code>
    /// </example>
    public async Task<WriteTransaction> BeginWrite(CancellationToken cancellationToken)
    {
        var turn = await TakeTurn(cancellationToken);
        try
        {
            return new WriteTransaction(await Database.BeginTransactionAsync(cancellationToken), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Keeps others from writing results of a region until the transaction ends: whoever changes where rows belong must not miss those
    /// that are being written. Bulk upserts hold it by themselves.
    /// </summary>
    public Task HoldResults(string regionCode, CancellationToken cancellationToken) =>
        Bulk.LockRegions(this, [regionCode], cancellationToken);

    /// <summary>
    /// Keeps the periods of these regions as they are until the transaction ends. Whoever writes what only an open period takes asks for
    /// it before looking whether the period is open; many may have it at once.
    /// </summary>
    public async Task SharePeriods(IEnumerable<string> regionCodes, CancellationToken cancellationToken)
    {
        // In one order, so that two never wait for each other.
        foreach (var region in regionCodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            await Bulk.Hold(this, PeriodsOf(region), alone: false, cancellationToken);
    }

    /// <summary>
    /// Waits for everybody who writes into periods of a region and keeps others from beginning until the transaction ends: what a closed
    /// period or a submission holds is then all that it will hold. Whoever asks for it is done in a moment.
    /// </summary>
    public Task HoldPeriods(string regionCode, CancellationToken cancellationToken) =>
        Bulk.Hold(this, PeriodsOf(regionCode), alone: true, cancellationToken);

    /// <summary>
    /// Lets one writer of staff lists at a time into these regions until the transaction ends. No key keeps two people of one name apart, so
    /// of two lists written at once neither would find the people of the other.
    /// </summary>
    public async Task HoldStaff(IEnumerable<string> regionCodes, CancellationToken cancellationToken)
    {
        foreach (var region in regionCodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            await Bulk.Hold(this, "staff:" + region, alone: true, cancellationToken);
    }

    private static string PeriodsOf(string regionCode) => "indicator-periods:" + regionCode;

    /// <summary>
    /// The watermark of the change feed: rows whose number is below it are final, no transaction that is still open will add one.
    /// </summary>
    public Task<long> Horizon(CancellationToken cancellationToken) => Bulk.Horizon(this, cancellationToken);

    /// <summary>What bulk statements need to know of this engine.</summary>
    internal abstract BulkDialect Bulk { get; }

    /// <summary>Waits until this unit of work may write, on an engine that has one writer.</summary>
    private protected virtual ValueTask<IDisposable?> TakeTurn(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IDisposable?>(null);

    private async Task<int> SaveInTurn(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        using var turn = Database.CurrentTransaction is null ? await TakeTurn(cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
