using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Persistence.Indicators;

/// <summary>
/// Computes formulas again when what they depend on has changed: results above the region's watermark in the change feed, and whatever
/// left a <see cref="FormulaNote"/>. It works in the scope of the region.
/// <para>
/// Order makes it right without locks: the turn is read first, then the watermark, then the notes, then the inputs. A later change has a
/// number above the watermark or leaves a note that is not among those read; whoever computed in between has advanced the turn, and the
/// next portion that is written fails. Then everything is read again: what was written already is found unchanged.
/// </para>
/// </summary>
public sealed class FormulaRefresher(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostAttempts = 10;

    // To note that a region has seen the results of others is one more write for each of their imports.
    private const long WorthSaving = 10_000;

    private readonly ConcurrentDictionary<string, Turnstile> _regions = new(StringComparer.Ordinal);

    /// <summary>Computes what is to be computed, in every region.</summary>
    /// <returns>Whether any value is another one now.</returns>
    public async Task<bool> RefreshAll(CancellationToken cancellationToken)
    {
        List<string> regions;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var horizon = await db.Horizon(cancellationToken);
            regions = await db
                .FormulaNotes.Select(n => n.RegionCode)
                .Union(db.FormulaProgress.Where(p => p.ResultsBelow < horizon).Select(p => p.RegionCode))
                .OrderBy(code => code)
                .ToListAsync(cancellationToken);
        }
        var changed = false;
        foreach (var region in regions)
            changed |= await Refresh(region, cancellationToken);
        return changed;
    }

    /// <summary>Computes what is to be computed in one region.</summary>
    /// <returns>Whether any value is another one now.</returns>
    public async Task<bool> Refresh(string region, CancellationToken cancellationToken)
    {
        var turnstile = _regions.GetOrAdd(region, _ => new Turnstile());
        await turnstile.Gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(region));
                    var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
                    return await RefreshOnce(db, region, turnstile.Works, cancellationToken);
                }
                catch (Exception e) when (attempt < MostAttempts && IsOvertaken(e))
                {
                    // Another instance computes the same region, or somebody wrote a cell at this moment: read again.
                }
            }
        }
        finally
        {
            turnstile.Gate.Release();
        }
    }

    private static bool IsOvertaken(Exception e) =>
        e is DbUpdateException or DbException or InvalidOperationException { InnerException: DbUpdateException or DbException };

    private async Task<bool> RefreshOnce(AppDbContext db, string region, KeptWorks works, CancellationToken cancellationToken)
    {
        var progress = await db.FormulaProgress.SingleOrDefaultAsync(p => p.RegionCode == region, cancellationToken);
        var below = await db.Horizon(cancellationToken);
        var notes = await db.FormulaNotes.AsNoTracking().Where(n => n.RegionCode == region).ToListAsync(cancellationToken);
        if (notes.Count == 0 && (progress is null || progress.ResultsBelow >= below))
            return false;
        var model = await FormulaModel.Read(db, region, cancellationToken);
        if (model.Periods.Count == 0)
        {
            // Nothing is computed here: nobody need watch the results. The note of the first formula begins anew.
            db.FormulaNotes.RemoveRange(notes);
            if (progress is not null)
                db.Remove(progress);
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }
        var demand = await FormulaDemand.Read(db, region, model, notes, progress?.ResultsBelow ?? 0, below, cancellationToken);
        if (notes.Count == 0 && demand.IsEmpty && below - progress!.ResultsBelow < WorthSaving)
            return false;
        if (progress is null)
        {
            progress = new FormulaProgress { RegionCode = region };
            db.Add(progress);
            await db.SaveChangesAsync(cancellationToken);
        }
        var run = new FormulaRun(db, new RegionFacts(db, region, works, below), model, demand, progress, clock);
        await run.Compute(cancellationToken);
        db.FormulaNotes.RemoveRange(notes);
        progress.ResultsBelow = below;
        progress.Total = progress.Done;
        progress.FinishedAt = clock.GetUtcNow().UtcDateTime;
        progress.Turn++;
        await db.SaveChangesAsync(cancellationToken);
        return run.Changed > 0;
    }

    // Of one region one computation at a time, and what the next one finds of the last.
    private sealed class Turnstile
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public KeptWorks Works { get; } = new();
    }
}
