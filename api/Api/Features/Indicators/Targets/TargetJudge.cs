using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>Judges targets one by one and writes those that may be written. Nothing is saved here.</summary>
internal sealed class TargetJudge(AppDbContext db, PlaceSheet sheet, IReadOnlyList<IndicatorTarget> present)
{
    private readonly Dictionary<Guid, Indicator> _indicators = sheet.Indicators.ToDictionary(i => i.Id);
    private readonly Dictionary<(Guid, Period), IndicatorTarget> _targets = present.ToDictionary(t => (t.IndicatorId, t.Period));

    /// <summary>Judges and writes all of them.</summary>
    public IReadOnlyList<JudgedCell> All(IReadOnlyList<TargetWrite> writes)
    {
        var repeated = writes.GroupBy(w => (w.IndicatorId, w.Period)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return
        [
            .. writes.Select(w =>
                repeated.Contains((w.IndicatorId, w.Period))
                    ? Refused(w, new("duplicate-in-payload", "Цель указана в запросе больше одного раза"))
                    : One(w)
            ),
        ];
    }

    private JudgedCell One(TargetWrite write)
    {
        if (!_indicators.TryGetValue(write.IndicatorId, out var indicator))
            return Refused(write, new("indicator-unknown", "Показатель не найден или вне вашей зоны доступа"));
        JudgedCell Told(CellOutcome outcome, params IReadOnlyList<CellFault> faults) =>
            new(indicator, write.Period, Breakdown.Whole, outcome, faults, sheet.Value(indicator.Id, write.Period, Breakdown.Whole));

        var known = _targets.GetValueOrDefault((write.IndicatorId, write.Period));
        if (EntryRules.TargetLocked(indicator, sheet.Place.Level, write.Period, sheet.Column(indicator.SetId, write.Period)) is { } locked)
            return Told(CellOutcome.Locked, CellFault.Of(locked));
        var version = indicator.For(write.Period)!;
        var (target, baseline) = (write.Target?.Read(version.Unit) ?? default, write.Baseline?.Read(version.Unit));
        if (Unreadable(version, write, target, baseline) is { } unreadable)
            return Told(CellOutcome.Invalid, CellFault.Of(unreadable));
        var facts = target.Measure is { } wanted ? FactsOf(write, wanted, baseline, known, version.Direction) : null;
        var doubts = facts is null ? [] : Doubts(version, write.Period, facts);
        if (doubts.FindAll(d => d.Finding == TargetFinding.OutOfRange) is { Count: > 0 } outside)
            return Told(CellOutcome.Invalid, [.. outside.Select(d => d.Told())]);
        if (facts == FactsOf(known))
            return Told(CellOutcome.Unchanged);
        if (write.Version != (known?.Version ?? 0))
            return Told(CellOutcome.Conflict, new CellFault("target-changed", "Пока вы работали, цель изменил кто-то другой", null));
        Put(indicator, write, facts, known);
        return Told(doubts.Count > 0 ? CellOutcome.SavedWithWarning : CellOutcome.Saved, [.. doubts.Select(d => d.Told())]);
    }

    private static ValueFault? Unreadable(IndicatorVersion version, TargetWrite write, TypedMeasure target, TypedMeasure? baseline)
    {
        if ((target.Fault ?? baseline?.Fault) is { } fault)
            return fault;
        if (baseline?.Measure is not { } start)
            return null;
        if (target.IsMissing)
            return new ValueFault("baseline-without-target", "Исходное значение хранится при цели: сначала укажите её");
        if (write.BaselinePeriod is { } from && !Trajectory.Leads(from, write.Period))
            return new ValueFault(
                "baseline-period-not-before",
                $"Исходное значение за {from} не может вести к цели за {write.Period}: нужен более ранний период того же вида"
            );
        return IndicatorRules.Faults(version.Meaning, start).Select(f => (ValueFault?)f).FirstOrDefault();
    }

    // A period of the start means nothing without it.
    private static TargetFacts FactsOf(
        TargetWrite write,
        Measure target,
        TypedMeasure? baseline,
        IndicatorTarget? known,
        IndicatorDirection direction
    )
    {
        var start = baseline is { } told ? told.Measure?.Reached(direction) : known?.BaselineThousandths;
        return new TargetFacts(
            target.Reached(direction),
            start,
            start is null ? null : write.BaselinePeriod ?? known?.BaselinePeriod,
            write.Note is not { } note ? known?.Note
                : string.IsNullOrWhiteSpace(note) ? null
                : note.Trim()
        );
    }

    private static TargetFacts? FactsOf(IndicatorTarget? known) =>
        known is null ? null : new(known.TargetThousandths, known.BaselineThousandths, known.BaselinePeriod, known.Note);

    private List<TargetFault> Doubts(IndicatorVersion version, Period period, TargetFacts facts) =>
        [
            .. TargetLint.Look(
                version.Meaning,
                sheet.DraftOf(version.IndicatorId, period, facts.TargetThousandths, facts.BaselineThousandths)
            ),
        ];

    private void Put(Indicator indicator, TargetWrite write, TargetFacts? facts, IndicatorTarget? known)
    {
        if (known is null)
            db.Add(new IndicatorTarget(sheet.Place.Row, indicator.Id, write.Period, facts!));
        else if (facts is null)
            db.Remove(known);
        else
        {
            db.Expect(known, write.Version);
            known.Revise(facts);
        }
        db.MarkIndicator(indicator.RegionCode, indicator.Id, write.Period);
    }

    private static JudgedCell Refused(TargetWrite write, ValueFault fault) =>
        new(null, write.Period, Breakdown.Whole, CellOutcome.Invalid, [CellFault.Of(fault)], null);
}
