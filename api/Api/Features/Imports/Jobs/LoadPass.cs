using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Features.Imports.Targets;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// Writes the good items chunk by chunk, the checkpoint in the transaction of its chunk; the next chunk is read meanwhile. A trial takes
/// the same way and leaves nothing of it behind.
/// </summary>
internal sealed class LoadPass(
    ImportHold hold,
    TableFile file,
    CompiledMapping mapping,
    ImportTarget target,
    Duplicates duplicates,
    bool keep
)
{
    private ErrorLog _log = null!;
    private ItemFaults _faults = null!;

    /// <summary>Whether everything is written in one transaction.</summary>
    private bool AtOnce => keep && hold.Run.Mode == ImportMode.Atomic && target.AtomicAtOnce;

    /// <summary>Loads, going on from the checkpoint of the run.</summary>
    /// <param name="log">Takes what the database or a rule refuses.</param>
    /// <param name="progress">How rows done are told; null tells them as they are.</param>
    /// <param name="cancellationToken">Stops between chunks.</param>
    public async Task Run(ErrorLog log, Func<int, int>? progress, CancellationToken cancellationToken)
    {
        _log = log;
        using var stream = new ItemStream(hold.Run, file, mapping, target);
        _faults = stream.NewFaults();
        if (progress is null)
            stream.Skip(hold.Run.RowsDone, hold.Run.Received);
        var next = Task.Run(() => ReadChunk(stream), cancellationToken);
        while (await next is { } chunk)
        {
            next = chunk.Last ? Task.FromResult<Chunk?>(null) : Task.Run(() => ReadChunk(stream), cancellationToken);
            try
            {
                await Write(chunk, progress, cancellationToken);
            }
            catch
            {
                // The stream is closed on the way out: whoever still reads it must have ended.
                await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw;
            }
        }
    }

    private async Task Write(Chunk chunk, Func<int, int>? progress, CancellationToken cancellationToken)
    {
        var counts = default(ImportCounts);
        var logged = false;
        async Task Apply()
        {
            if (chunk.Items.Count == 0)
                return;
            var applied = await target.Apply(hold.Run, chunk.Items, _faults, cancellationToken);
            if (keep && hold.Run.Mode == ImportMode.Atomic && applied.Errors.Count > 0)
                throw new ImportRefused("Ничего не загружено: в таблице есть ошибки.", applied.Errors);
            counts = applied.Counts;
            // Called again when somebody else changed the run meanwhile.
            if (!logged)
                foreach (var error in await NotTold(applied.Errors, cancellationToken))
                    _log.Add(error);
            logged = true;
        }
        if (!keep)
            await hold.Try(Apply, cancellationToken);
        await hold.Save(
            async () =>
            {
                if (keep)
                    await Apply();
                await _log.Keep(hold.Db, hold.Run, cancellationToken);
            },
            run =>
            {
                run.Reach(
                    progress?.Invoke(chunk.RowsDone) ?? chunk.RowsDone,
                    counts with
                    {
                        Received = chunk.Received,
                        Rejected = counts.Rejected + chunk.Rejected,
                    }
                );
                _log.Tell(run);
            },
            cancellationToken
        );
        _log.Saved();
    }

    // What the check has told already is not told again.
    private async Task<IReadOnlyList<ItemError>> NotTold(IReadOnlyList<ItemError> errors, CancellationToken cancellationToken)
    {
        if (errors.Count == 0)
            return errors;
        var indexes = errors.Select(e => e.Index).ToArray();
        var told = await hold
            .Db.RejectedRows.Where(r => r.ImportId == hold.Run.Id && EF.Parameter(indexes).Contains(r.Index))
            .Select(r => r.Index)
            .ToListAsync(cancellationToken);
        return [.. errors.Where(e => !told.Contains(e.Index))];
    }

    private Chunk? ReadChunk(ItemStream stream)
    {
        var most = AtOnce ? int.MaxValue : target.ChunkSize;
        var good = new List<ImportItem>(Math.Min(most, 4_096));
        var items = new List<StreamedItem>();
        var from = stream.Received;
        var rejected = 0;
        var more = true;
        while (good.Count < most && (more = stream.Next(items, null)))
        {
            foreach (var item in items)
                if (item.Read.Item is { } read && !item.Faulty && !duplicates.Has(item.Read.Key))
                    good.Add(read);
                else
                    rejected++;
            items.Clear();
        }
        return new Chunk(good, stream.RowsDone, stream.Received - from, rejected, !more);
    }

    private sealed record Chunk(List<ImportItem> Items, int RowsDone, int Received, int Rejected, bool Last);
}
