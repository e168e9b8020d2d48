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
    public IReadOnlyList<TargetResult> All(IReadOnlyList<TargetWrite> writes)
    {
        var repeated = writes.GroupBy(w => (w.IndicatorId, w.Period)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return
        [
            .. writes.Select(
                (w, index) =>
                    repeated.Contains((w.IndicatorId, w.Period))
                        ? Refused(index, CellOutcome.Invalid, new("duplicate-in-payload", "Цель указана в запросе больше одного раза"))
                        : One(index, w)
            ),
        ];
    }

    private TargetResult One(int index, TargetWrite write)
    {
        if (!_indicators.TryGetValue(write.IndicatorId, out var indicator))
            return Refused(index, CellOutcome.Invalid, new("indicator-unknown", "Показатель не найден или вне вашей зоны доступа"));
        var known = _targets.GetValueOrDefault((write.IndicatorId, write.Period));
        var column = sheet.Column(indicator.SetId, write.Period);
        if (EntryRules.TargetLocked(indicator, sheet.Place.Level, write.Period, column) is { } locked)
            return Refused(index, CellOutcome.Locked, locked);
        var version = indicator.For(write.Period)!;
        var (target, baseline) = (write.Target?.Read(version.Unit) ?? default, write.Baseline?.Read(version.Unit));
        if ((target.Fault ?? baseline?.Fault) is { } unreadable)
            return Told(index, CellOutcome.Invalid, version, known, CellFault.Of(unreadable));
        if (target.IsMissing)
            return Remove(index, write, version, known);
        var facts = new TargetFacts(
            target.Measure!.Value.Rounded,
            baseline is { } start ? start.Measure?.Rounded : known?.BaselineThousandths,
            write.BaselinePeriod ?? known?.BaselinePeriod,
            write.Note is { } note
                ? string.IsNullOrWhiteSpace(note)
                    ? null
                    : note.Trim()
                : known?.Note
        );
        var draft = sheet.DraftOf(indicator.Id, write.Period, facts.TargetThousandths, facts.BaselineThousandths);
        var doubts = TargetLint.Look(version.Meaning, draft).ToList();
        var outside = doubts.FindAll(d => d.Finding == TargetFinding.OutOfRange);
        if (outside.Count > 0)
            return Told(index, CellOutcome.Invalid, version, known, [.. outside.Select(d => d.Told())]);
        if (known is not null && facts == FactsOf(known))
            return Told(index, CellOutcome.Unchanged, version, known);
        if (write.Version != (known?.Version ?? 0))
            return Conflict(index, version, known);
        if (known is null)
        {
            known = new IndicatorTarget(sheet.Place.Row, indicator.Id, write.Period, facts);
            db.Add(known);
        }
        else
        {
            db.Expect(known, write.Version);
            known.Revise(facts);
        }
        db.MarkIndicator(indicator.RegionCode, indicator.Id, write.Period);
        var outcome = doubts.Count > 0 ? CellOutcome.SavedWithWarning : CellOutcome.Saved;
        return Told(index, outcome, version, known, [.. doubts.Select(d => d.Told())]);
    }

    private TargetResult Remove(int index, TargetWrite write, IndicatorVersion version, IndicatorTarget? known)
    {
        if (known is null)
            return Told(index, CellOutcome.Unchanged, version, null);
        if (write.Version != known.Version)
            return Conflict(index, version, known);
        db.Remove(known);
        db.MarkIndicator(known.RegionCode, known.IndicatorId, known.Period);
        return Told(index, CellOutcome.Saved, version, null);
    }

    private static TargetFacts FactsOf(IndicatorTarget target) =>
        new(target.TargetThousandths, target.BaselineThousandths, target.BaselinePeriod, target.Note);

    private static TargetResult Conflict(int index, IndicatorVersion version, IndicatorTarget? known) =>
        Told(
            index,
            CellOutcome.Conflict,
            version,
            known,
            new CellFault("target-changed", "Пока вы работали, цель изменил кто-то другой", null)
        );

    private static TargetResult Told(
        int index,
        CellOutcome outcome,
        IndicatorVersion version,
        IndicatorTarget? target,
        params IReadOnlyList<CellFault> faults
    ) => new(index, outcome, faults, target is null ? null : CellTarget.Of(target, version.Unit, version.Decimals));

    private static TargetResult Refused(int index, CellOutcome outcome, ValueFault fault) =>
        new(index, outcome, [CellFault.Of(fault)], null);
}
