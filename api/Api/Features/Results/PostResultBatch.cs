using MediatR;
using Opora.Api.Batches;
using Opora.Api.Features.Results.Batches;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Results;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>Takes a batch of results and answers at once what became of it.</summary>
public static class PostResultBatch
{
    /// <param name="Body">The results.</param>
    /// <param name="Mode">atomic (all or nothing) when absent.</param>
    /// <param name="DryRun">Do everything and keep nothing.</param>
    public sealed record Command(BatchBody Body, WireEnum<ImportMode>? Mode = null, bool DryRun = false) : IRequest<BatchResult>;

    internal sealed class Handler(AppDbContext db, ExamResultStore store, RollupSignal rollups, TimeProvider clock)
        : IRequestHandler<Command, BatchResult>
    {
        public async Task<BatchResult> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var asker = new ImportAsker(db.Current.Actor, db.Current.Scope);
            // Read before the transaction: on SQLite nobody else writes during it.
            var batch = await request.Body.Read(now.Year, cancellationToken);
            var mode = request.Mode?.Value ?? ImportMode.Atomic;
            var run = ImportRun.OfBatch(ImportKind.ExamResults, asker, mode, request.DryRun, now);
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                await Apply(run, batch, now, cancellationToken);
                if (!request.DryRun)
                    await write.Commit(cancellationToken);
            }
            if (!request.DryRun && run.Created + run.Updated > 0)
                rollups.Raise();
            return BatchKeeping.Answer(run, batch.Errors);
        }

        private async Task Apply(ImportRun run, ReadBatch batch, DateTime now, CancellationToken cancellationToken)
        {
            var places = new BatchPlaces(db, store);
            await places.Find(batch.Items, cancellationToken);
            var placed = PlacedBatch.Of(batch, places);
            if (run.Mode == ImportMode.Atomic && batch.Errors.Items > 0)
                run.Fail("Ничего не загружено: в пакете есть ошибки.", batch.Received, now);
            else
                run.Finish(await Store(run, placed, batch, cancellationToken), now);
            db.Keep(run, batch.Errors);
            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task<ImportCounts> Store(ImportRun run, PlacedBatch placed, ReadBatch batch, CancellationToken cancellationToken)
        {
            int created = 0,
                updated = 0;
            void Count(RowOutcome[] outcomes)
            {
                foreach (var outcome in outcomes)
                {
                    created += outcome == RowOutcome.Created ? 1 : 0;
                    updated += outcome == RowOutcome.Updated ? 1 : 0;
                }
            }
            Count(await store.Upsert(placed.Schools, run.Id, cancellationToken));
            Count(await store.UpsertPublished(placed.Published, run.Id, cancellationToken));
            var rejected = batch.Errors.Items;
            return new ImportCounts(batch.Received, created, updated, batch.Received - rejected - created - updated, rejected);
        }
    }
}
