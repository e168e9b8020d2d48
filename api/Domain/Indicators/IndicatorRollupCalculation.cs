using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>What is kept ready together: one indicator in one period.</summary>
public readonly record struct IndicatorGroup(string RegionCode, Guid IndicatorId, Period Period);

/// <summary>The whole value of a school.</summary>
public readonly record struct SchoolValue(Guid SchoolId, Measure Measure);

/// <summary>The target of a school.</summary>
public readonly record struct SchoolTarget(Guid SchoolId, long Thousandths);

/// <summary>
/// Computes the kept-ready figures of an indicator in a period. Every figure adds up, so a region or list is the sum of its rows;
/// nothing depends on the order of the input.
/// </summary>
public static class IndicatorRollupCalculation
{
    /// <summary>The rollup rows, sorted by municipality and category.</summary>
    /// <param name="group">What is computed.</param>
    /// <param name="definition">The definition in force for the period.</param>
    /// <param name="values">Whole values of schools, at most one each.</param>
    /// <param name="targets">Targets of schools, at most one each.</param>
    /// <param name="standings">At least every school with a value or a target, once each.</param>
    /// <param name="limits">Below how many pupils a figure is small.</param>
    /// <exception cref="ArgumentException">A school with a value or a target has no standing.</exception>
    public static IReadOnlyList<IndicatorRollup> Calculate(
        IndicatorGroup group,
        IndicatorMeaning definition,
        IReadOnlyCollection<SchoolValue> values,
        IReadOnlyCollection<SchoolTarget> targets,
        IEnumerable<SchoolStanding> standings,
        SmallGroups limits
    )
    {
        var places = standings.ToDictionary(s => s.SchoolId);
        var targetOf = targets.ToDictionary(t => t.SchoolId, t => t.Thousandths);
        var cells = new Dictionary<(string Municipality, string Category, bool Small), IndicatorTally>();
        var valued = new HashSet<Guid>();
        foreach (var (school, measure) in values)
        {
            valued.Add(school);
            long? target = targetOf.TryGetValue(school, out var thousandths) ? thousandths : null;
            Count(school, !limits.MayGoOutward(definition.Unit, measure), IndicatorTally.Of(definition.Direction, measure, target));
        }
        foreach (var (school, thousandths) in targetOf)
        {
            if (!valued.Contains(school))
                Count(school, small: false, IndicatorTally.Of(definition.Direction, value: null, thousandths));
        }
        return
        [
            .. cells
                .OrderBy(c => c.Key.Municipality, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Category, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Small)
                .Select(c => Row(group, c.Key, c.Value)),
        ];

        void Count(Guid school, bool small, IndicatorTally tally)
        {
            if (!places.TryGetValue(school, out var standing))
                throw new ArgumentException($"School {school} has a value or target and no standing", nameof(standings));
            Add((standing.MunicipalityCode, IndicatorRollup.AllSchools, small), tally);
            if (standing.Category != IndicatorRollup.AllSchools)
                Add((standing.MunicipalityCode, standing.Category, small), tally);
        }

        void Add((string, string, bool) key, IndicatorTally tally) => cells[key] = cells.GetValueOrDefault(key) + tally;
    }

    static IndicatorRollup Row(IndicatorGroup group, (string Municipality, string Category, bool Small) key, IndicatorTally tally) =>
        new()
        {
            RegionCode = group.RegionCode,
            IndicatorId = group.IndicatorId,
            Period = group.Period,
            MunicipalityCode = key.Municipality,
            Category = key.Category,
            Small = key.Small,
            Schools = tally.Schools,
            WithBase = tally.WithBase,
            AboveZero = tally.AboveZero,
            Numerators = tally.Numerators,
            Denominators = tally.Denominators,
            Thousandths = tally.Thousandths,
            Least = tally.Least ?? 0,
            Greatest = tally.Greatest ?? 0,
            Targets = tally.Targets,
            Achieved = tally.Achieved,
            Missed = tally.Missed,
        };
}
