using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Judges cells one by one and writes those that may be written. Nothing is saved here.</summary>
/// <param name="db">The context.</param>
/// <param name="sheet">What the place holds.</param>
/// <param name="former">How many values stood in cells before.</param>
/// <param name="writer">As whom the cells are written; null for those who only read.</param>
/// <param name="writerId">By whom.</param>
/// <param name="at">When.</param>
internal sealed class CellJudge(
    AppDbContext db,
    PlaceSheet sheet,
    IReadOnlyDictionary<ValueKey, int> former,
    IndicatorSource? writer,
    Guid? writerId,
    DateTime at
)
{
    private readonly Dictionary<Guid, Indicator> _indicators = sheet.Indicators.ToDictionary(i => i.Id);
    private readonly List<IndicatorValue> _written = [];

    /// <summary>Judges and writes all of them.</summary>
    public IReadOnlyList<JudgedCell> All(IReadOnlyList<CellWrite> cells)
    {
        var repeated = cells
            .GroupBy(c => (c.IndicatorId, c.Period, c.Breakdown ?? Breakdown.Whole))
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet();
        var judged = cells
            .Select(c =>
                repeated.Contains((c.IndicatorId, c.Period, c.Breakdown ?? Breakdown.Whole))
                    ? Refused(c, new ValueFault("duplicate-in-payload", "Ячейка указана в запросе больше одного раза"))
                    : One(c)
            )
            .ToList();
        db.MarkValues(_written);
        return judged;
    }

    private JudgedCell One(CellWrite cell)
    {
        if (!_indicators.TryGetValue(cell.IndicatorId, out var indicator))
            return Refused(cell, new ValueFault("indicator-unknown", "Показатель не найден или вне вашей зоны доступа"));
        var part = cell.Breakdown ?? Breakdown.Whole;
        var present = sheet.Value(indicator.Id, cell.Period, part);
        JudgedCell Told(CellOutcome outcome, IndicatorValue? value, params ValueFault[] faults) =>
            new(
                indicator,
                cell.Period,
                part,
                outcome,
                [.. faults.Select(CellFault.Of)],
                value,
                outcome == CellOutcome.Conflict ? value?.ChangedById : null
            );

        if (sheet.Lock(indicator, cell.Period, part, writer) is { } locked)
            return Told(CellOutcome.Locked, present, locked);
        var definition = indicator.For(cell.Period)!;
        var typed = cell.Value?.Read(definition.Unit) ?? default;
        if (typed.Fault is { } unreadable)
            return Told(CellOutcome.Invalid, present, unreadable);
        var comment = CommentOf(cell, present);
        if (typed.Measure is { } wanted && IndicatorRules.Faults(definition.Meaning, wanted).ToArray() is { Length: > 0 } faults)
            return Told(CellOutcome.Invalid, present, faults);
        if (typed.Measure == present?.Measure && comment == present?.Comment)
            return Told(CellOutcome.Unchanged, present);
        if (typed.IsMissing && present is null)
            return Told(
                CellOutcome.Invalid,
                present,
                new ValueFault("comment-without-value", "Комментарий хранится при значении: сначала введите его")
            );
        if (cell.Version != (present?.Version ?? 0))
            return Told(CellOutcome.Conflict, present, new ValueFault("cell-changed", "Пока вы работали, ячейку изменил кто-то другой"));
        return Write(cell, typed.Measure, comment, definition, present, Told);
    }

    private JudgedCell Write(
        CellWrite cell,
        Measure? wanted,
        string? comment,
        IndicatorVersion definition,
        IndicatorValue? present,
        Func<CellOutcome, IndicatorValue?, ValueFault[], JudgedCell> told
    )
    {
        if (wanted is not { } measure)
        {
            db.ClearUnmarked(present!, at, writerId);
            _written.Add(present!);
            return told(CellOutcome.Saved, null, []);
        }
        var record = new ValueRecord(measure, ValueOrigin.Entered, at, writerId, comment);
        if (present is null)
        {
            var key = new ValueKey(sheet.Place.Key, definition.IndicatorId, cell.Period, cell.Breakdown ?? Breakdown.Whole);
            present = new IndicatorValue(sheet.Place.Row, key.Indicator, key.Period, key.Breakdown, record, former.GetValueOrDefault(key));
            db.IndicatorValues.Add(present);
            _written.Add(present);
        }
        else if (db.ChangeUnmarked(present, record))
        {
            _written.Add(present);
        }
        var yearBefore = sheet.YearBefore(definition.IndicatorId, cell.Period, present.Breakdown);
        return IndicatorRules.ChangeToCheck(definition.Wording, measure, yearBefore) is { } warning
            ? told(CellOutcome.SavedWithWarning, present, [warning])
            : told(CellOutcome.Saved, present, []);
    }

    private static string? CommentOf(CellWrite cell, IndicatorValue? present) =>
        cell.Comment is not { } said ? present?.Comment
        : string.IsNullOrWhiteSpace(said) ? null
        : said.Trim();

    private static JudgedCell Refused(CellWrite cell, ValueFault fault) =>
        new(null, cell.Period, cell.Breakdown ?? Breakdown.Whole, CellOutcome.Invalid, [CellFault.Of(fault)], null);
}
