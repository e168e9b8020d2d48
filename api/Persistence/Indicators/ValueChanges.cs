using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Persistence.Indicators;

/// <summary>The one way to write a value: what it was is kept, and what is computed from it is noted. Nothing is saved here.</summary>
public static class ValueChanges
{
    /// <summary>How many values stood at these places before; nothing of those that never had another.</summary>
    /// <param name="db">The context.</param>
    /// <param name="places">Keys of the places.</param>
    /// <param name="indicatorIds">The indicators.</param>
    /// <param name="only">Only of this period; null for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static Task<Dictionary<ValueKey, int>> FormerValues(
        this AppDbContext db,
        string[] places,
        Guid[] indicatorIds,
        Period? only,
        CancellationToken cancellationToken
    )
    {
        var former = db.IndicatorValueRevisions.Where(r =>
            EF.Parameter(places).Contains(r.PlaceKey) && EF.Parameter(indicatorIds).Contains(r.IndicatorId)
        );
        if (only is { } period)
            former = former.Where(r => r.Period == period);
        return former
            .GroupBy(r => new
            {
                r.PlaceKey,
                r.IndicatorId,
                r.Period,
                r.Breakdown,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(
                g => new ValueKey(g.Key.PlaceKey, g.Key.IndicatorId, g.Key.Period, g.Key.Breakdown),
                g => g.Count,
                cancellationToken
            );
    }

    /// <summary>Puts a value that was not there.</summary>
    public static void Put(this AppDbContext db, IndicatorValue value)
    {
        db.IndicatorValues.Add(value);
        db.Mark(value);
    }

    /// <summary>Changes a value, unless it says the same already.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Change(this AppDbContext db, IndicatorValue value, ValueRecord record)
    {
        if (value.Measure == record.Measure && value.Comment == record.Comment && value.Origin == record.Origin)
            return false;
        if (db.ChangeUnmarked(value, record))
            db.Mark(value);
        return true;
    }

    /// <summary>The same for one of many values: whoever calls notes them together with <see cref="MarkValues"/>.</summary>
    /// <returns>Whether the measure changed, so that the value has to be noted.</returns>
    public static bool ChangeUnmarked(this AppDbContext db, IndicatorValue value, ValueRecord record)
    {
        var measured = value.Measure != record.Measure;
        db.IndicatorValueRevisions.Add(value.Change(record));
        return measured;
    }

    /// <summary>Takes a value away: there is no data any more.</summary>
    public static void Clear(this AppDbContext db, IndicatorValue value, DateTime at, Guid? byId)
    {
        db.ClearUnmarked(value, at, byId);
        db.Mark(value);
    }

    /// <summary>The same for one of many values: whoever calls notes them together with <see cref="MarkValues"/>.</summary>
    public static void ClearUnmarked(this AppDbContext db, IndicatorValue value, DateTime at, Guid? byId)
    {
        db.IndicatorValueRevisions.Add(new IndicatorValueRevision(value, at, byId));
        db.IndicatorValues.Remove(value);
    }

    /// <summary>
    /// Notes values that were written together: one note an indicator and period, and one a place and period; of several inputs there
    /// the formulas of the whole place and period are computed again.
    /// </summary>
    public static void MarkValues(this AppDbContext db, IReadOnlyCollection<IndicatorValue> values)
    {
        foreach (var (region, indicator, period) in values.Select(v => (v.RegionCode, v.IndicatorId, v.Period)).Distinct())
            db.MarkIndicator(region, indicator, period);
        foreach (var cell in values.GroupBy(v => (v.PlaceKey, v.Period)))
            db.MarkInput(cell.First(), narrow: cell.Select(v => v.IndicatorId).Distinct().Count() == 1);
    }

    private static void Mark(this AppDbContext db, IndicatorValue value)
    {
        db.MarkIndicator(value.RegionCode, value.IndicatorId, value.Period);
        db.MarkInput(value);
    }
}
