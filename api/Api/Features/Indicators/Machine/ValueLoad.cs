using Opora.Api.Batches;
using Opora.Api.Entry;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Judges the items of a batch and writes the right ones. Nothing is saved here.</summary>
/// <param name="db">The context.</param>
/// <param name="scope">Where the sender may write.</param>
/// <param name="batch">The items.</param>
/// <param name="at">When.</param>
internal sealed class ValueLoad(AppDbContext db, Scope scope, ReadValues batch, DateTime at)
{
    private readonly BatchErrors _errors = batch.Errors;
    private readonly List<FoundValue> _right = [];

    /// <summary>Finds what the items name and tells what is wrong with them, inside the transaction that writes them.</summary>
    public async Task Judge(CancellationToken cancellationToken)
    {
        var places = await ValuePlaces.Find(db, batch.Items, cancellationToken);
        var found = batch.Items.Select(i => Found(i, places)).OfType<FoundValue>().ToList();
        var judge = await ValueJudge.Of(db, scope, found, cancellationToken);
        var repeated = new RepeatedItems<ValueKey>(found.Count);
        foreach (var item in found)
        {
            foreach (var (field, fault, sent) in judge.Faults(item))
                _errors.Add(item.Sent.Index, field, fault.Code, fault.Message + ".", sent, fault.Allowed);
            repeated.See(item.Key, item.Sent.Index);
        }
        repeated.Tell(_errors, "значения");
        _right.AddRange(found.Where(f => !_errors.Has(f.Sent.Index)));
    }

    /// <summary>Writes the items with which nothing is wrong.</summary>
    /// <returns>How many were new, and how many replaced another value.</returns>
    public Task<(int Created, int Updated)> Write(ImportRun run, CancellationToken cancellationToken) =>
        db.PutImported([.. _right.Select(r => r.ToImported())], run, at, cancellationToken);

    private FoundValue? Found(SentValue item, ValuePlaces places)
    {
        var (indicator, place) = places.Of(item.IndicatorCode, item.PlaceCode, item.Period);
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
            var ofSchool = ValuePlaces.LevelOf(indicator, item.Period) == IndicatorLevel.School;
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
        return new FoundValue(item, indicator, place);
    }
}
