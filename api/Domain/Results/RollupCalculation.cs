namespace Opora.Domain.Results;

/// <summary>Where a school counts in a group's year.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="MunicipalityCode">Its municipality on 1 June of the year.</param>
/// <param name="Category">
/// Its category in the region's cohort whose results year is the year, or <see cref="ResultRollup.AllSchools"/> when it is in none.
/// </param>
public readonly record struct SchoolStanding(Guid SchoolId, string MunicipalityCode, string Category);

/// <summary>
/// Computes the kept-ready figures of one group from its results. Every figure is a count or a sum, so a region or cohort is the
/// sum of its rows; nothing depends on the order of the input.
/// </summary>
public static class RollupCalculation
{
    /// <summary>The rollup rows of a group, sorted by municipality and category; none when the year has no result.</summary>
    /// <param name="group">What is computed.</param>
    /// <param name="results">
    /// Its results of the year and the year before; for the composite those of both main subjects in all grades.
    /// </param>
    /// <param name="standings">At least every school with a result in the year and every school of the year's cohort, once each.</param>
    /// <param name="limits">Below how many pupils a figure is small.</param>
    /// <exception cref="ArgumentException">A school with a result in the year has no standing.</exception>
    public static IReadOnlyList<ResultRollup> Calculate(
        ResultGroup group,
        IReadOnlyCollection<GroupResult> results,
        IEnumerable<SchoolStanding> standings,
        SmallGroups limits
    )
    {
        if (!results.Any(r => r.Year == group.Year))
            return [];
        var places = standings.ToDictionary(s => s.SchoolId);
        var dynamics = Dynamics.OfSchools(group, results, limits).ToDictionary(d => d.SchoolId);
        var cells = new SortedDictionary<(string Municipality, string Category, bool Small), Cell>(ByText);

        foreach (var standing in places.Values)
        {
            var school = dynamics.GetValueOrDefault(standing.SchoolId);
            var small = school is { MayGoOutward: false };
            if (school is { HasResult: true })
                At(standing.MunicipalityCode, ResultRollup.AllSchools, small).Count(school);
            if (standing.Category != ResultRollup.AllSchools)
                At(standing.MunicipalityCode, standing.Category, small).Count(school);
        }
        var scale = MeanScales.Prevailing(results.Where(r => r.Year == group.Year));
        foreach (var result in results.Where(r => r.Year == group.Year))
        {
            if (!places.TryGetValue(result.SchoolId, out var standing))
                throw new ArgumentException($"School {result.SchoolId} has a result in {group.Year} and no standing", nameof(standings));
            if (group.IsComposite)
                continue;
            var small = !dynamics[result.SchoolId].MayGoOutward;
            var weighs =
                result.EffectiveMeanThousandths is { } mean && scale is { } common && MeanScales.AreSame(group.Assessment, mean, common);
            At(standing.MunicipalityCode, ResultRollup.AllSchools, small).Sum(result, weighs);
            if (standing.Category != ResultRollup.AllSchools)
                At(standing.MunicipalityCode, standing.Category, small).Sum(result, weighs);
        }
        return [.. cells.Select(cell => cell.Value.Close(group, cell.Key.Municipality, cell.Key.Category, cell.Key.Small))];

        Cell At(string municipality, string category, bool small)
        {
            if (!cells.TryGetValue((municipality, category, small), out var cell))
                cells.Add((municipality, category, small), cell = new Cell());
            return cell;
        }
    }

    static readonly Comparer<(string Municipality, string Category, bool Small)> ByText = Comparer<(
        string Municipality,
        string Category,
        bool Small
    )>.Create(
        (a, b) =>
            string.CompareOrdinal(a.Municipality, b.Municipality) is var byPlace and not 0 ? byPlace
            : string.CompareOrdinal(a.Category, b.Category) is var byCategory and not 0 ? byCategory
            : a.Small.CompareTo(b.Small)
    );

    sealed class Cell
    {
        DynamicsCount dynamics;
        int schools;
        long weightedThousandths;
        long weightedParticipants;
        int weightedSchools;
        long participants;
        long belowThreshold;
        long belowThresholdOf;
        long two;
        long three;
        long four;
        long five;

        public void Count(SchoolDynamics? school)
        {
            schools += school is { HasResult: true } ? 1 : 0;
            dynamics += school?.Direction switch
            {
                Direction.Rising => new DynamicsCount { Rising = 1 },
                Direction.Falling => new DynamicsCount { Falling = 1 },
                Direction.Equal => new DynamicsCount { Equal = 1 },
                Direction.Mixed => new DynamicsCount { Mixed = 1 },
                _ => new DynamicsCount { WithoutComparison = 1 },
            };
        }

        public void Sum(in GroupResult result, bool weighs)
        {
            if (result.Values.Pupils is { } n)
            {
                participants += n;
                if (weighs && result.EffectiveMeanThousandths is { } mean)
                {
                    weightedThousandths += (long)mean * n;
                    weightedParticipants += n;
                    weightedSchools++;
                }
                if (result.Values.BelowThreshold is { } below)
                {
                    belowThreshold += below;
                    belowThresholdOf += n;
                }
            }
            if (MarkDistribution.Of(result.Values)?.Counts is not { } marks)
                return;
            two += marks.Two;
            three += marks.Three;
            four += marks.Four;
            five += marks.Five;
        }

        public ResultRollup Close(ResultGroup group, string municipality, string category, bool small) =>
            new()
            {
                RegionCode = group.RegionCode,
                MunicipalityCode = municipality,
                Category = category,
                Small = small,
                Year = group.Year,
                Assessment = group.Assessment,
                Subject = group.Subject,
                Grade = group.Grade,
                Sitting = group.Sitting,
                Rising = dynamics.Rising,
                Falling = dynamics.Falling,
                Equal = dynamics.Equal,
                Mixed = dynamics.Mixed,
                WithoutComparison = dynamics.WithoutComparison,
                Schools = schools,
                WeightedThousandths = weightedThousandths,
                WeightedParticipants = weightedParticipants,
                WeightedSchools = weightedSchools,
                Participants = participants,
                BelowThreshold = belowThreshold,
                BelowThresholdOf = belowThresholdOf,
                Mark2 = two,
                Mark3 = three,
                Mark4 = four,
                Mark5 = five,
            };
    }
}
