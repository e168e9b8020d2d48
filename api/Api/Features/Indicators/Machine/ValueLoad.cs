using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Batches;
using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Judges the items of a batch and writes the right ones. Nothing is saved here.</summary>
internal sealed class ValueLoad(AppDbContext db, Caller caller, ReadValues batch, DateTime at)
{
    private const int ShownItems = 20;

    private readonly BatchErrors _errors = batch.Errors;
    private readonly List<Judged> _right = [];
    private Dictionary<(Guid Set, Period Period), IndicatorPeriod> _columns = [];
    private Dictionary<(Guid Set, string Place, Period Period), ReportState> _reports = [];
    private Dictionary<ValueKey, IndicatorValue> _values = [];

    /// <summary>Finds what the items name and tells what is wrong with them, inside the transaction that writes them.</summary>
    public async Task Judge(CancellationToken cancellationToken)
    {
        var places = await ValuePlaces.Find(db, batch.Items, cancellationToken);
        var found = batch.Items.Select(i => Found(i, places)).OfType<Judged>().ToList();
        var sets = found.Select(f => f.Indicator.SetId).Distinct().ToArray();
        var keys = found.Select(f => f.Key.Place).Distinct(StringComparer.Ordinal).ToArray();
        await db.SharePeriods(found.Select(f => f.Place.RegionCode), cancellationToken);
        _columns = await db
            .IndicatorPeriods.AsNoTracking()
            .Where(p => EF.Parameter(sets).Contains(p.SetId))
            .ToDictionaryAsync(p => (p.SetId, p.Period), cancellationToken);
        _reports = await db
            .IndicatorReports.AsNoTracking()
            .Where(r => EF.Parameter(sets).Contains(r.SetId) && EF.Parameter(keys).Contains(r.PlaceKey))
            .ToDictionaryAsync(r => (r.SetId, r.PlaceKey, r.Period), r => r.State, cancellationToken);
        foreach (var item in found)
            if (Faults(item).ToList() is { Count: > 0 } faults)
                faults.ForEach(f => _errors.Add(item.Item.Index, f.Field, f.Fault.Code, f.Fault.Message + ".", f.Sent, f.Fault.Allowed));
            else
                _right.Add(item);
        Repeated(found);
    }

    /// <summary>Writes the items with which nothing is wrong.</summary>
    /// <returns>How many were new, and how many replaced another value.</returns>
    public async Task<(int Created, int Updated)> Write(ImportRun run, CancellationToken cancellationToken)
    {
        var right = _right.Where(r => !_errors.Has(r.Item.Index)).ToList();
        await Load(right, cancellationToken);
        List<IndicatorValue> written = [];
        var created = 0;
        foreach (var item in right)
        {
            var present = _values.GetValueOrDefault(item.Key);
            if (present?.Measure == item.Measure)
                continue;
            var record = new ValueRecord(item.Measure, ValueOrigin.Imported, at, caller.Actor.Id, present?.Comment, run.Id);
            if (present is null)
            {
                present = new IndicatorValue(item.Place, item.Indicator.Id, item.Item.Period, item.Item.Breakdown, record);
                db.IndicatorValues.Add(present);
                created++;
            }
            else
            {
                db.ChangeUnmarked(present, record);
            }
            written.Add(present);
        }
        db.MarkValues(written);
        return (created, written.Count - created);
    }

    private async Task Load(List<Judged> right, CancellationToken cancellationToken)
    {
        var keys = right.Select(r => r.Key.Place).Distinct(StringComparer.Ordinal).ToArray();
        var ids = right.Select(r => r.Key.Indicator).Distinct().ToArray();
        var values = db.IndicatorValues.Where(v => EF.Parameter(keys).Contains(v.PlaceKey) && EF.Parameter(ids).Contains(v.IndicatorId));
        // Most batches are of one period: the others are then not read at all.
        if (right.Select(r => r.Key.Period).Distinct().Take(2).ToList() is [var only])
            values = values.Where(v => v.Period == only);
        _values = await values.ToDictionaryAsync(v => new ValueKey(v.PlaceKey, v.IndicatorId, v.Period, v.Breakdown), cancellationToken);
    }

    private Judged? Found(ReadValue item, ValuePlaces places)
    {
        var (indicator, place) = places.Of(item);
        if (indicator is null)
        {
            var shown = BatchErrors.Shown(item.IndicatorCode);
            _errors.Add(
                item.Index,
                "indicatorCode",
                "indicator-unknown",
                $"Показателя с кодом «{shown}» нет. Проверьте по справочнику показателей.",
                shown
            );
            return null;
        }
        if (place is null)
        {
            var shown = BatchErrors.Shown(item.PlaceCode);
            var ofSchool = (indicator.For(item.Period) ?? indicator.Current).Level == IndicatorLevel.School;
            _errors.Add(
                item.Index,
                "placeCode",
                ofSchool ? "school-unknown" : "place-unknown",
                ofSchool
                    ? $"Школа с кодом «{shown}» не найдена среди ваших школ. Проверьте по реестру школ."
                    : $"Территория с кодом «{shown}» не найдена или не ваша.",
                shown
            );
            return null;
        }
        return new Judged(item, indicator, place, MeasureOf(item));
    }

    // The units are told apart by the definition; a denominator of 0 is told with the other faults.
    private static Measure MeasureOf(ReadValue item) =>
        item.Share is { } share ? new Measure(share.Numerator, share.Denominator, null) : Measure.Number(item.Percent ?? item.Value!.Value);

    private IEnumerable<(string Field, ValueFault Fault, string? Sent)> Faults(Judged item)
    {
        var (read, indicator) = (item.Item, item.Indicator);
        var level = (indicator.For(read.Period) ?? indicator.Current).Level;
        var entry = new EntryPlace(
            level,
            read.Period,
            _columns.GetValueOrDefault((indicator.SetId, read.Period)),
            _reports.TryGetValue((indicator.SetId, item.Key.Place, read.Period), out var state) ? state : null,
            IndicatorPlace.WriterOf(caller, item.Place)
        );
        if (EntryRules.Locked(indicator, read.Breakdown, entry) is { } locked)
        {
            var field =
                locked.Code is "breakdown-unknown" ? "breakdown"
                : locked.Code.StartsWith("period", StringComparison.Ordinal) || locked.Code.StartsWith("report", StringComparison.Ordinal)
                    ? "period"
                : "indicatorCode";
            yield return (field, locked, null);
            yield break;
        }
        var meaning = indicator.For(read.Period)!.Meaning;
        var isShare = meaning.Unit == IndicatorUnit.Share;
        if (isShare && read.Value is not null)
            yield return ("value", new("value-not-a-share", "Показатель — доля: нужны numerator и denominator или percent"), null);
        else if (!isShare && read.Value is null)
            yield return (
                read.Percent is null ? "numerator" : "percent",
                new("value-not-a-share", "Показатель — не доля: нужно одно число в value"),
                null
            );
        else if (read.Share is { Denominator: <= 0 } share)
            yield return ("denominator", MeasureText.Share(share.Numerator, share.Denominator).Fault!.Value, $"{share.Denominator}");
        else
            foreach (var fault in IndicatorRules.Faults(meaning, item.Measure))
                yield return (
                    read.Share is not null ? "numerator"
                    : isShare ? "percent"
                    : "value",
                    fault,
                    MeasureText.Write(meaning.Unit, item.Measure)
                );
    }

    private void Repeated(List<Judged> found)
    {
        foreach (var same in found.GroupBy(f => f.Key).Where(g => g.Count() > 1))
        {
            var indexes = same.Select(s => s.Item.Index).ToList();
            var shown = string.Join(", ", indexes.Take(ShownItems));
            if (indexes.Count > ShownItems)
                shown += $" и ещё {indexes.Count - ShownItems}";
            foreach (var index in indexes)
                _errors.Add(
                    index,
                    "",
                    "duplicate-in-payload",
                    $"Об одном и том же говорят значения с номерами {shown} (счёт с 0): оставьте одно из них.",
                    shown
                );
        }
    }

    private readonly record struct ValueKey(string Place, Guid Indicator, Period Period, string Breakdown);

    private sealed record Judged(ReadValue Item, Indicator Indicator, Place Place, Measure Measure)
    {
        public ValueKey Key => new(IndicatorValue.KeyOf(Place), Indicator.Id, Item.Period, Item.Breakdown);
    }
}
