using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators.Formulas;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>
/// The indicators that a caller may name, in their present definitions. A region has dozens or hundreds of them and not thousands, so
/// they are read at once: formulas name any of them, and Cyrillic is searched alike on every engine.
/// </summary>
internal sealed class KnownIndicators
{
    private readonly List<Row> _rows;
    private readonly Dictionary<string, Dictionary<string, FormulaIndicator>> _byRegion;

    private KnownIndicators(List<Row> rows)
    {
        _rows = rows;
        _byRegion = rows.GroupBy(r => r.RegionCode, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.ToDictionary(r => r.Indicator.Code, r => r.Indicator, StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    /// <summary>Reads those of every region that the caller sees.</summary>
    public static async Task<KnownIndicators> Read(AppDbContext db, CancellationToken cancellationToken) =>
        new(
            await db
                .Indicators.AsNoTracking()
                .Join(
                    db.IndicatorVersions.Where(v => v.ValidToOn == null),
                    i => i.Id,
                    v => v.IndicatorId,
                    (i, v) =>
                        new Row(
                            i.Id,
                            i.RegionCode,
                            i.SetId,
                            v.Group,
                            new FormulaIndicator(i.Code, v.Name, v.Unit, v.Level, v.PeriodKind, v.Formula)
                        )
                )
                .ToListAsync(cancellationToken)
        );

    /// <summary>Those of a region by code.</summary>
    public Dictionary<string, FormulaIndicator> In(string regionCode) =>
        _byRegion.TryGetValue(regionCode, out var known) ? known : new(StringComparer.Ordinal);

    /// <summary>Ids of those in whose name, group or code all the words stand.</summary>
    public List<Guid> Matching(string search)
    {
        var needles = SearchText.Needles(search).ToList();
        return
        [
            .. _rows
                .Where(r =>
                    r.Indicator.Code.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
                    || SearchText.Fold($"{r.Indicator.Name} {r.Group}") is var text
                        && needles.Count > 0
                        && needles.TrueForAll(n => text.Contains(n, StringComparison.Ordinal))
                )
                .Select(r => r.Id),
        ];
    }

    /// <summary>What a formula computes, in Russian words; null when there is none, or it does not hold any more.</summary>
    public string? Words(string regionCode, string code) =>
        In(regionCode).GetValueOrDefault(code) is { Formula: { } text } indicator
            ? Formula.Check(text, indicator, In(regionCode)).Formula?.Words
            : null;

    /// <summary>Those of the region whose formula names the indicator.</summary>
    public List<FormulaIndicator> UsersOf(string regionCode, string code) =>
        [
            .. In(regionCode)
                .Values.Where(i => i.Code != code && DefinitionFormulas.Names(i, In(regionCode), code))
                .OrderBy(i => i.Code, StringComparer.Ordinal),
        ];

    private sealed record Row(Guid Id, string RegionCode, Guid SetId, string Group, FormulaIndicator Indicator);
}
