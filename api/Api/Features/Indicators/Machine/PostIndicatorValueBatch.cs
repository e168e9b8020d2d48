using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Batches;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Takes a batch of values of indicators and answers at once what became of it.</summary>
public static class PostIndicatorValueBatch
{
    private const int MostAttempts = 3;

    /// <param name="Body">The values.</param>
    /// <param name="Mode">atomic (all or nothing) when absent.</param>
    /// <param name="DryRun">Do everything and keep nothing.</param>
    public sealed record Command(IndicatorValueBody Body, WireEnum<ImportMode>? Mode = null, bool DryRun = false) : IRequest<BatchResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock) : IRequestHandler<Command, BatchResult>
    {
        public async Task<BatchResult> Handle(Command request, CancellationToken cancellationToken)
        {
            // Read before the transaction: on SQLite nobody else writes during it.
            var batch = await request.Body.Read(cancellationToken);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Apply(request, batch with { Errors = batch.Errors.Copy() }, cancellationToken);
                }
                catch (DbUpdateException e) when (attempt < MostAttempts && (e is DbUpdateConcurrencyException || db.IsDuplicateKey(e)))
                {
                    // Somebody wrote one of the values between reading and saving.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<BatchResult> Apply(Command request, ReadValues batch, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var asker = new ImportAsker(db.Current.Actor, db.Current.Scope);
            var mode = request.Mode?.Value ?? ImportMode.Atomic;
            var run = ImportRun.OfBatch(ImportKind.IndicatorValues, asker, mode, request.DryRun, now);
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                var load = new ValueLoad(db, http.Caller().ScopeFor(Permission.IndicatorsWrite), batch, now);
                await load.Judge(cancellationToken);
                var rejected = batch.Errors.Items;
                if (mode == ImportMode.Atomic && rejected > 0)
                {
                    run.Fail("Ничего не загружено: в пакете есть ошибки.", batch.Received, now);
                }
                else
                {
                    var (created, updated) = await load.Write(run, cancellationToken);
                    var unchanged = batch.Received - rejected - created - updated;
                    run.Finish(new ImportCounts(batch.Received, created, updated, unchanged, rejected), now);
                }
                db.Keep(run, batch.Errors);
                await db.SaveChangesAsync(cancellationToken);
                if (!request.DryRun)
                    await write.Commit(cancellationToken);
            }
            return BatchKeeping.Answer(run, batch.Errors);
        }
    }
}
