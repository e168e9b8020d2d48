using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Results;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>What one item came to.</summary>
internal enum ItemOutcome
{
    /// <summary>Known with the same values.</summary>
    Unchanged,

    /// <summary>Not known before.</summary>
    Created,

    /// <summary>Known with other values.</summary>
    Updated,
}

/// <summary>
/// A kind whose rows are few and go through the domain's own methods. A whole chunk is saved together; only when the database refuses
/// it are the items saved one by one, so that the one it refuses is found.
/// </summary>
internal abstract class TrackedTarget<TItem>(AppDbContext db) : ImportTarget
    where TItem : ImportItem
{
    /// <summary>The context.</summary>
    protected AppDbContext Db => db;

    /// <inheritdoc/>
    public override async Task<Applied> Apply(
        ImportRun run,
        IReadOnlyList<ImportItem> items,
        ItemFaults faults,
        CancellationToken cancellationToken
    )
    {
        var typed = items.Cast<TItem>().ToList();
        try
        {
            return await Write(run, typed, faults, cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e) || e is DbUpdateConcurrencyException)
        {
            var sum = new Applied(default, []);
            foreach (var item in typed)
                sum = Add(sum, await WriteAlone(run, item, faults, cancellationToken));
            return sum;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <inheritdoc/>
    public override async Task TakeBack(ImportRun run, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var own = await db.ChangeEntries.AsNoTracking().Where(c => c.ImportId == run.Id).ToListAsync(cancellationToken);
        var keys = own.Select(c => c.ThingKey).Distinct().ToArray();
        // What another import brought and was taken back again is no newer state.
        var undone = db.ImportRuns.Where(r => r.State == ImportState.RolledBack || r.State == ImportState.Failed).Select(r => r.Id);
        var others = await db
            .ChangeEntries.AsNoTracking()
            // Nor is a look at a card.
            .Where(c => EF.Parameter(keys).Contains(c.ThingKey) && c.ImportId != run.Id && c.Action != "viewed")
            .Where(c => c.ImportId == null || !undone.Contains(c.ImportId.Value))
            .Select(c => new
            {
                c.Id,
                c.Thing,
                c.ThingKey,
            })
            .ToListAsync(cancellationToken);
        var newest = others.ToLookup(c => (c.Thing, c.ThingKey), c => c.Id);
        if (own.Exists(c => newest[(c.Thing, c.ThingKey)].Any(other => other.CompareTo(c.Id) > 0)))
            throw Superseded();
        var current = db.Current;
        current.Become(current.Actor with { ImportId = run.Id }, current.Scope);
        db.Act = ("rolledBack", null);
        try
        {
            await Undo([.. own.OrderByDescending(c => c.Id).Select(c => new FormerValues(c))], cancellationToken);
            await Save(cancellationToken);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // Something else refers to what would be deleted.
            throw Superseded();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The refusal of taking back what something newer stands on.</summary>
    protected static BrokenRule Superseded() =>
        new(
            ExamResultStore.SupersededCode,
            "Часть записей этого импорта уже изменена позже или на них опираются другие данные: сначала отмените их."
        );

    /// <summary>Gives things their former values, the newest change first; saved by the caller.</summary>
    protected abstract Task Undo(IReadOnlyList<FormerValues> changes, CancellationToken cancellationToken);

    /// <summary>Saves some items, unless a rule refuses them.</summary>
    private async Task<Applied> Write(ImportRun run, IReadOnlyList<TItem> items, ItemFaults faults, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await Load(items, cancellationToken);
        int created = 0,
            updated = 0,
            unchanged = 0;
        var errors = new List<ItemError>();
        foreach (var item in items)
            try
            {
                var outcome = Put(run, item);
                created += outcome == ItemOutcome.Created ? 1 : 0;
                updated += outcome == ItemOutcome.Updated ? 1 : 0;
                unchanged += outcome == ItemOutcome.Unchanged ? 1 : 0;
            }
            catch (BrokenRule rule)
            {
                faults.Begin(item.Index, item.Source);
                faults.Add(FieldOf(item), rule.Code, rule.Message);
                errors.AddRange(faults.Errors);
            }
        if (created + updated > 0)
            await Save(cancellationToken);
        updated += await Follow(run, cancellationToken);
        return new Applied(new ImportCounts(0, created, updated, unchanged, errors.Count), errors);
    }

    /// <summary>Loads what the items are about.</summary>
    protected abstract Task Load(IReadOnlyList<TItem> items, CancellationToken cancellationToken);

    /// <summary>Puts an item into what was loaded. When it throws it has changed nothing.</summary>
    /// <exception cref="BrokenRule">The domain forbids it.</exception>
    protected abstract ItemOutcome Put(ImportRun run, TItem item);

    /// <summary>The field at which it is told that a rule forbids the item.</summary>
    protected virtual int FieldOf(TItem item) => KeyField;

    /// <summary>Saves what was put.</summary>
    protected virtual Task Save(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    /// <summary>Does what follows from all rows of the file together; answers how many more things were changed.</summary>
    protected virtual Task<int> Follow(ImportRun run, CancellationToken cancellationToken) => Task.FromResult(0);

    private async Task<Applied> WriteAlone(ImportRun run, TItem item, ItemFaults faults, CancellationToken cancellationToken)
    {
        try
        {
            return await Write(run, [item], faults, cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            faults.Begin(item.Index, item.Source);
            faults.Add(KeyField, "duplicate", "Такой код уже занят записью вне вашей зоны доступа. Проверьте код.");
            return new Applied(new ImportCounts(0, 0, 0, 0, 1), [.. faults.Errors]);
        }
    }

    private static Applied Add(Applied a, Applied b) => new(a.Counts + b.Counts, [.. a.Errors, .. b.Errors]);
}
