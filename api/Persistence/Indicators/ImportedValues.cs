using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Results;

namespace Opora.Persistence.Indicators;

/// <summary>What tells a value from all others.</summary>
public readonly record struct ValueKey(string Place, Guid Indicator, Period Period, string Breakdown)
{
    /// <summary>The key of a value as it stands or stood.</summary>
    public static ValueKey Of(IValueState value) => new(value.PlaceKey, value.IndicatorId, value.Period, value.Breakdown);
}

/// <summary>A value that a file or a batch brings.</summary>
/// <param name="Place">Whose.</param>
/// <param name="IndicatorId">Of which indicator.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Breakdown">Of which part.</param>
/// <param name="Measure">The value.</param>
/// <param name="Comment">What is said of it; null leaves what is said already.</param>
/// <param name="SourceRow">Row of the file as people see it; null when there is no file.</param>
public sealed record ImportedValue(
    Place Place,
    Guid IndicatorId,
    Period Period,
    string Breakdown,
    Measure Measure,
    string? Comment = null,
    int? SourceRow = null
)
{
    /// <summary>What it is about.</summary>
    public ValueKey Key { get; } = new(IndicatorValue.KeyOf(Place), IndicatorId, Period, Breakdown);
}

/// <summary>Writes what imports and batches bring, and takes it back.</summary>
public static class ImportedValues
{
    private const int ValuesAtOnce = 2_000;

    /// <summary>Writes values that differ in what they are about. Those that say what is known already stay untouched. Nothing is saved.</summary>
    /// <returns>How many were new, and how many replaced another value.</returns>
    public static async Task<(int Created, int Updated)> PutImported(
        this AppDbContext db,
        IReadOnlyList<ImportedValue> brought,
        ImportRun run,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Known([.. brought.Select(v => v.Key)], cancellationToken);
        var stood = await db.Stood([.. brought.Select(v => v.Key).Where(k => !known.ContainsKey(k))], cancellationToken);
        List<IndicatorValue> written = [];
        int created = 0,
            updated = 0;
        foreach (var value in brought)
        {
            var present = known.GetValueOrDefault(value.Key);
            var comment = value.Comment ?? present?.Comment;
            if (present is not null && present.Measure == value.Measure && present.Comment == comment)
                continue;
            var record = new ValueRecord(value.Measure, ValueOrigin.Imported, at, db.Current.Actor.Id, comment, run.Id, value.SourceRow);
            if (present is null)
            {
                present = new IndicatorValue(
                    value.Place,
                    value.IndicatorId,
                    value.Period,
                    value.Breakdown,
                    record,
                    stood.GetValueOrDefault(value.Key)
                );
                db.IndicatorValues.Add(present);
                written.Add(present);
                created++;
                continue;
            }
            if (db.ChangeUnmarked(present, record))
                written.Add(present);
            updated++;
        }
        db.MarkValues(written);
        return (created, updated);
    }

    /// <summary>Takes back, in the present transaction, all values that a run has brought.</summary>
    /// <exception cref="BrokenRule"><c>import-superseded</c>: something newer stands on them.</exception>
    public static async Task TakeBackImported(this AppDbContext db, ImportRun run, DateTime at, CancellationToken cancellationToken)
    {
        var brought = db.IndicatorValues.Where(v => v.ImportId == run.Id);
        // Nobody writes meanwhile: a value that is changed between the count and its turn would be passed over.
        foreach (var region in await brought.Select(v => v.RegionCode).Distinct().OrderBy(r => r).ToListAsync(cancellationToken))
            await db.HoldPeriods(region, cancellationToken);
        // Whatever changed or removed one of them since has taken the name of this import away from it.
        if (await brought.CountAsync(cancellationToken) != run.Created + run.Updated)
            throw Superseded("Часть значений этого импорта уже изменена позже: сначала отмените более поздние изменения.");
        await db.ThrowIfFrozen(run, cancellationToken);
        while (true)
        {
            db.ChangeTracker.Clear();
            // Each that is taken back no longer names this import, so the next ones come to the front.
            var values = await brought.OrderBy(v => v.Id).Take(ValuesAtOnce).ToListAsync(cancellationToken);
            if (values.Count == 0)
                return;
            var former = await db.Former(run, values, cancellationToken);
            foreach (var value in values)
                if (former.TryGetValue(ValueKey.Of(value), out var before))
                    db.IndicatorValueRevisions.Add(value.Restore(before, at, db.Current.Actor.Id));
                else
                    db.ClearUnmarked(value, at, db.Current.Actor.Id);
            db.MarkValues(values);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task<Dictionary<ValueKey, int>> Stood(
        this AppDbContext db,
        IReadOnlyList<ValueKey> empty,
        CancellationToken cancellationToken
    ) =>
        empty.Count == 0
            ? []
            : await db.FormerValues(
                [.. empty.Select(k => k.Place).Distinct(StringComparer.Ordinal)],
                [.. empty.Select(k => k.Indicator).Distinct()],
                OnlyPeriod(empty),
                cancellationToken
            );

    // Most files and batches are of one period: the others are then not read at all.
    private static Period? OnlyPeriod(IReadOnlyList<ValueKey> keys) =>
        keys.Select(k => k.Period).Distinct().Take(2).ToList() is [var only] ? only : null;

    private static async Task<Dictionary<ValueKey, IndicatorValue>> Known(
        this AppDbContext db,
        IReadOnlyList<ValueKey> wanted,
        CancellationToken cancellationToken
    )
    {
        var keys = wanted.Select(k => k.Place).Distinct(StringComparer.Ordinal).ToArray();
        var ids = wanted.Select(k => k.Indicator).Distinct().ToArray();
        var values = db.IndicatorValues.Where(v => EF.Parameter(keys).Contains(v.PlaceKey) && EF.Parameter(ids).Contains(v.IndicatorId));
        if (OnlyPeriod(wanted) is { } only)
            values = values.Where(v => v.Period == only);
        return await values.ToDictionaryAsync(v => ValueKey.Of(v), cancellationToken);
    }

    private static async Task<Dictionary<ValueKey, IndicatorValueRevision>> Former(
        this AppDbContext db,
        ImportRun run,
        List<IndicatorValue> values,
        CancellationToken cancellationToken
    )
    {
        var keys = values.Select(v => v.PlaceKey).Distinct(StringComparer.Ordinal).ToArray();
        var ids = values.Select(v => v.IndicatorId).Distinct().ToArray();
        return await db
            .IndicatorValueRevisions.AsNoTracking()
            .Where(r =>
                r.ReplacedByImportId == run.Id && EF.Parameter(keys).Contains(r.PlaceKey) && EF.Parameter(ids).Contains(r.IndicatorId)
            )
            .ToDictionaryAsync(r => ValueKey.Of(r), cancellationToken);
    }

    // What was closed, submitted or accepted with these values in it is a newer fact than they are.
    private static async Task ThrowIfFrozen(this AppDbContext db, ImportRun run, CancellationToken cancellationToken)
    {
        var brought = db
            .IndicatorValues.Where(v => v.ImportId == run.Id)
            .Join(db.Indicators, v => v.IndicatorId, i => i.Id, (v, i) => new { Value = v, i.SetId });
        var closed = await brought
            .Where(b => db.IndicatorPeriods.Any(p => p.SetId == b.SetId && p.Period == b.Value.Period && p.ClosedAt != null))
            .Select(b => (Period?)b.Value.Period)
            .FirstOrDefaultAsync(cancellationToken);
        if (closed is { } period)
            throw Superseded($"Период {period} уже закрыт: чтобы откатить импорт, его должны открыть снова.");
        var handedIn = await brought
            .Where(b =>
                db.IndicatorReports.Any(r =>
                    r.SetId == b.SetId
                    && r.PlaceKey == b.Value.PlaceKey
                    && r.Period == b.Value.Period
                    && (r.State == ReportState.Submitted || r.State == ReportState.Accepted)
                )
            )
            .Select(b => (Period?)b.Value.Period)
            .FirstOrDefaultAsync(cancellationToken);
        if (handedIn is { } submitted)
            throw Superseded($"Значения за период {submitted} уже сданы: чтобы откатить импорт, их должны вернуть.");
    }

    private static BrokenRule Superseded(string message) => new(ExamResultStore.SupersededCode, message);
}
