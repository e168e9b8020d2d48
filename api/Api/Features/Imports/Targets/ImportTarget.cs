using Opora.Api.Features.Imports.Tables;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>
/// What a kind of table is turned into: how an item is read, and how some of them are written in the present transaction. Works in the
/// scope of whoever asked for the import.
/// </summary>
internal abstract class ImportTarget
{
    /// <summary>Items that are written in one transaction.</summary>
    public virtual int ChunkSize => 500;

    /// <summary>
    /// Whether an atomic import is written in a single transaction; otherwise in chunks, and what was written is taken back when it
    /// cannot be finished.
    /// </summary>
    public virtual bool AtomicAtOnce => true;

    /// <summary>Reads what items will be looked up in.</summary>
    public abstract Task Prepare(CancellationToken cancellationToken);

    /// <summary>Reads one item; what is wrong goes to <paramref name="faults"/>.</summary>
    public abstract ReadItem Read(MappedItem item, int index, ItemFaults faults);

    /// <summary>The field at which it is shown that an item stands there twice.</summary>
    public abstract int KeyField { get; }

    /// <summary>What to do when several rows are about the same, as the end of a sentence.</summary>
    public virtual string TwiceCure => "оставьте одну из них";

    /// <summary>
    /// Writes items in the present transaction, with nothing else tracked by the context. Items of one call differ in what they are
    /// about.
    /// </summary>
    public abstract Task<Applied> Apply(
        ImportRun run,
        IReadOnlyList<ImportItem> items,
        ItemFaults faults,
        CancellationToken cancellationToken
    );

    /// <summary>Takes back, in the present transaction, all that the run has written.</summary>
    /// <exception cref="Domain.BrokenRule"><c>import-superseded</c>: something newer stands on it.</exception>
    public abstract Task TakeBack(ImportRun run, CancellationToken cancellationToken);
}
