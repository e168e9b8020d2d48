using Opora.Domain.Indicators;

namespace Opora.Persistence.Indicators;

/// <summary>The one way to write a value: what it was is kept, and what is computed from it is noted. Nothing is saved here.</summary>
public static class ValueChanges
{
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
        var measured = value.Measure != record.Measure;
        db.IndicatorValueRevisions.Add(value.Change(record));
        if (measured)
            db.Mark(value);
        return true;
    }

    /// <summary>Takes a value away: there is no data any more.</summary>
    public static void Clear(this AppDbContext db, IndicatorValue value, DateTime at, Guid? byId)
    {
        db.IndicatorValueRevisions.Add(new IndicatorValueRevision(value, at, byId));
        db.IndicatorValues.Remove(value);
        db.Mark(value);
    }

    private static void Mark(this AppDbContext db, IndicatorValue value)
    {
        db.MarkIndicator(value.RegionCode, value.IndicatorId, value.Period);
        db.MarkInput(value);
    }
}
