namespace Opora.Domain.Indicators;

/// <summary>What stands in the way of handing in a period.</summary>
public enum ReportFinding
{
    /// <summary>A cell that the place has to fill is empty.</summary>
    Missing,

    /// <summary>A value is wrong.</summary>
    Fault,

    /// <summary>A value is worth a second look, and nobody has said why it is right.</summary>
    Unexplained,
}

/// <summary>One thing found before handing in.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Version">Its definition for the period.</param>
/// <param name="Breakdown">The part.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Fault">In words.</param>
public readonly record struct ReportItem(
    Indicator Indicator,
    IndicatorVersion Version,
    string Breakdown,
    ReportFinding Finding,
    ValueFault Fault
);

/// <summary>Looks a period through before it is handed in.</summary>
public static class ReportCheck
{
    /// <summary>Whether the place itself has to fill the whole of this indicator in the period.</summary>
    public static bool IsRequired(IndicatorVersion version, IndicatorLevel level, Period period) =>
        version.Level == level && version.EnteredBy == Filler(level) && EntryRules.Fits(version.PeriodKind, period);

    /// <summary>All that stands in the way, in the order of the indicators.</summary>
    /// <param name="indicators">Indicators of the set, with versions.</param>
    /// <param name="level">Whose period it is.</param>
    /// <param name="period">The period.</param>
    /// <param name="values">The place's values of the period.</param>
    /// <param name="yearBefore">The measure of the same cell a year before.</param>
    public static IEnumerable<ReportItem> Look(
        IEnumerable<Indicator> indicators,
        IndicatorLevel level,
        Period period,
        IReadOnlyCollection<IndicatorValue> values,
        Func<IndicatorValue, Measure?> yearBefore
    )
    {
        var byIndicator = values.ToLookup(v => v.IndicatorId);
        foreach (var indicator in indicators)
        {
            if (indicator.For(period) is not { } version || version.Level != level)
                continue;
            var own = byIndicator[indicator.Id].OrderBy(v => v.Breakdown, StringComparer.Ordinal).ToList();
            if (IsRequired(version, level, period) && !own.Exists(v => v.Breakdown.Length == 0))
                yield return new(
                    indicator,
                    version,
                    Breakdown.Whole,
                    ReportFinding.Missing,
                    new ValueFault("value-missing", "Значение не введено")
                );
            foreach (var value in own)
            {
                foreach (var fault in IndicatorRules.Faults(version.Meaning, value.Measure))
                    yield return new(indicator, version, value.Breakdown, ReportFinding.Fault, fault);
                if (
                    value.Comment is null
                    && value.Origin != ValueOrigin.Computed
                    && IndicatorRules.ChangeToCheck(version.Wording, value.Measure, yearBefore(value)) is { } change
                )
                    yield return new(indicator, version, value.Breakdown, ReportFinding.Unexplained, change);
            }
        }
    }

    static IndicatorSource Filler(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.School => IndicatorSource.School,
            IndicatorLevel.Municipality => IndicatorSource.Municipality,
            _ => IndicatorSource.Operator,
        };
}
