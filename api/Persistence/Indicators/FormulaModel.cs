using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;

namespace Opora.Persistence.Indicators;

/// <summary>An indicator that a formula computes in a period.</summary>
/// <param name="Id">The indicator.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">The definition in force.</param>
/// <param name="Formula">The formula; null when what it names is no more, and then there are no values.</param>
/// <param name="References">What the formula depends on.</param>
public sealed record ComputedIndicator(Guid Id, string Code, IndicatorVersion Version, Formula? Formula, FormulaReferences? References);

/// <summary>The definitions of a region as formulas see them.</summary>
public sealed class FormulaModel
{
    private readonly IReadOnlyList<Indicator> _indicators;
    private readonly HashSet<(Guid Set, Period Period)> _open;
    private readonly Dictionary<Period, PeriodFormulas> _ofPeriod = [];
    private readonly Dictionary<(Period Period, IndicatorLevel Level), IReadOnlyList<ComputedIndicator>> _computed = [];

    private FormulaModel(IReadOnlyList<Indicator> indicators, HashSet<(Guid Set, Period Period)> open)
    {
        (_indicators, _open) = (indicators, open);
        Periods = [.. open.Select(o => o.Period).Distinct().Order().Where(p => For(p).All.Any(i => IsOpen(i.Id, p)))];
    }

    /// <summary>Periods in which something is computed, earliest first.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>Reads them with two statements.</summary>
    public static async Task<FormulaModel> Read(AppDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => i.RegionCode == regionCode)
            .ToListAsync(cancellationToken);
        var open = await db
            .IndicatorPeriods.AsNoTracking()
            .Where(p => p.RegionCode == regionCode && p.ClosedAt == null)
            .Select(p => new { p.SetId, p.Period })
            .ToListAsync(cancellationToken);
        return new FormulaModel(indicators, [.. open.Select(p => (p.SetId, p.Period))]);
    }

    /// <summary>What every indicator is to formulas in a period.</summary>
    public PeriodFormulas For(Period period) =>
        _ofPeriod.TryGetValue(period, out var known) ? known : _ofPeriod[period] = PeriodFormulas.Of(_indicators, period);

    /// <summary>The sets of which the period is open.</summary>
    public Guid[] OpenSets(Period period) => [.. _open.Where(o => o.Period == period).Select(o => o.Set)];

    /// <summary>Whether values of the indicator in the period may still change.</summary>
    public bool IsOpen(Guid indicatorId, Period period) =>
        _indicators.FirstOrDefault(i => i.Id == indicatorId) is { } indicator && _open.Contains((indicator.SetId, period));

    /// <summary>The indicators that are computed in the period and still may be, inputs before what uses them.</summary>
    public IReadOnlyList<ComputedIndicator> Open(Period period, IndicatorLevel level) =>
        _computed.TryGetValue((period, level), out var known)
            ? known
            : _computed[(period, level)] = [.. For(period).All.Where(i => i.Version.Level == level && IsOpen(i.Id, period))];
}

/// <summary>The formulas of one period.</summary>
public sealed class PeriodFormulas
{
    private PeriodFormulas(
        Period period,
        IReadOnlyDictionary<string, FormulaIndicator> known,
        IReadOnlyDictionary<string, Guid> ids,
        IReadOnlyList<ComputedIndicator> all
    ) => (Period, Known, Ids, All) = (period, known, ids, all);

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>Every indicator that is watched in the period, by code.</summary>
    public IReadOnlyDictionary<string, FormulaIndicator> Known { get; }

    /// <summary>Ids of indicators by code.</summary>
    public IReadOnlyDictionary<string, Guid> Ids { get; }

    /// <summary>Those that are computed, inputs before what uses them.</summary>
    public IReadOnlyList<ComputedIndicator> All { get; }

    internal static PeriodFormulas Of(IReadOnlyList<Indicator> indicators, Period period)
    {
        var versions = indicators
            .Select(i => (i.Id, i.Code, Version: i.For(period)))
            .Where(i => i.Version is not null)
            .ToDictionary(i => i.Code, i => (i.Id, Version: i.Version!), StringComparer.Ordinal);
        var known = versions.ToDictionary(v => v.Key, v => Seen(v.Key, v.Value.Version), StringComparer.Ordinal);
        var computed = versions
            .Where(v => v.Value.Version.EnteredBy == IndicatorSource.Formula && EntryRules.Fits(v.Value.Version.PeriodKind, period))
            .Select(v => Read(v.Key, v.Value.Id, v.Value.Version, known))
            .ToDictionary(c => c.Code, StringComparer.Ordinal);
        return new(period, known, versions.ToDictionary(v => v.Key, v => v.Value.Id, StringComparer.Ordinal), Ordered(computed));
    }

    /// <summary>An indicator by one of its definitions.</summary>
    public static FormulaIndicator Seen(string code, IndicatorVersion version) =>
        new(code, version.Name, version.Unit, version.Level, version.PeriodKind, version.Formula);

    private static ComputedIndicator Read(string code, Guid id, IndicatorVersion version, Dictionary<string, FormulaIndicator> known)
    {
        var formula = Formula.Read(version.Formula ?? "", known[code], known);
        return new(id, code, version, formula, formula?.References);
    }

    // Depth first. A circle cannot be saved; should two savings have made one, each of its members is still computed once.
    private static List<ComputedIndicator> Ordered(Dictionary<string, ComputedIndicator> computed)
    {
        var ordered = new List<ComputedIndicator>(computed.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in computed.Keys.Order(StringComparer.Ordinal))
            Visit(code);
        return ordered;

        void Visit(string code)
        {
            if (!computed.TryGetValue(code, out var indicator) || !seen.Add(code))
                return;
            foreach (var input in indicator.References?.Indicators ?? [])
                Visit(input);
            ordered.Add(indicator);
        }
    }
}
