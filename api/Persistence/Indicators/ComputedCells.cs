using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Engines;

namespace Opora.Persistence.Indicators;

/// <summary>
/// What formulas came to, against what is stored: values that say the same stay untouched, others are replaced and keep a revision, and
/// a computed value whose inputs are gone is taken away. Written in bulk, because a region's year is a hundred thousand of them.
/// </summary>
internal sealed class ComputedCells(FormulaFacts facts, DateTime at)
{
    private const int IdsAtOnce = 1_000;

    private readonly List<IndicatorValue> _written = [];
    private readonly List<IndicatorValueRevision> _revisions = [];
    private readonly List<Guid> _removed = [];
    private readonly HashSet<(Guid Indicator, Period Period)> _dirty = [];

    /// <summary>Whether anything has to be written.</summary>
    public bool Any => _dirty.Count > 0;

    /// <summary>Takes what a formula came to at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="key">Its key among values.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measure">The value; null when there is no data.</param>
    /// <returns>Whether it is another value than the stored one.</returns>
    public bool Take(Place place, string key, ComputedIndicator indicator, Measure? measure)
    {
        var stored = facts.Stored(key, indicator.Id, facts.Period);
        if (
            measure is null
                ? stored is not { Origin: ValueOrigin.Computed }
                : stored?.Measure == measure && stored?.Origin == ValueOrigin.Computed
        )
            return false;
        _dirty.Add((indicator.Id, facts.Period));
        if (measure is not { } value)
        {
            _revisions.Add(new IndicatorValueRevision(stored!, at, replacedById: null));
            _removed.Add(stored!.Id);
            facts.Forget(stored);
            return true;
        }
        var record = new ValueRecord(value, ValueOrigin.Computed, at, ById: null, stored?.Comment);
        if (stored is null)
        {
            stored = new IndicatorValue(place, indicator.Id, facts.Period, Breakdown.Whole, record);
            facts.Store(stored);
        }
        else
        {
            _removed.Add(stored.Id);
            _revisions.Add(stored.Change(record));
        }
        _written.Add(stored);
        return true;
    }

    /// <summary>Writes everything in the present transaction.</summary>
    public async Task Write(AppDbContext db, CancellationToken cancellationToken)
    {
        // A replaced row keeps its id; to delete and copy it is one statement for hundreds, on every engine.
        foreach (var ids in _removed.Chunk(IdsAtOnce))
            await db.IndicatorValues.Where(v => EF.Parameter(ids).Contains(v.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Bulk.Copy(db, IndicatorTables.Values, _written, cancellationToken);
        await db.Bulk.Copy(db, IndicatorTables.Revisions, _revisions, cancellationToken);
        foreach (var (indicator, period) in _dirty)
            db.MarkIndicator(facts.RegionCode, indicator, period);
        await db.SaveChangesAsync(cancellationToken);
    }
}
