using System.Text.Json.Serialization;

namespace Opora.Domain.Results;

/// <summary>Which way a school's result went against the year before.</summary>
public enum Direction
{
    /// <summary>No result in one of the two years, or none that can be weighted.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("rising")]
    Rising,

    [JsonStringEnumMemberName("falling")]
    Falling,

    /// <summary>An exact tie: neither rising nor falling.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>Only of the two main subjects: one rose and the other did not, or one fell and the other did not.</summary>
    [JsonStringEnumMemberName("mixed")]
    Mixed,
}

/// <summary>One result as the comparison needs it.</summary>
public readonly record struct GroupResult(Guid SchoolId, int Year, string Subject, int? EffectiveMeanThousandths, ResultValues Values);

/// <summary>A school's means of the year before and of the year.</summary>
public readonly record struct MeanPair(SchoolMean? Before, SchoolMean? After)
{
    public Direction Direction => Dynamics.Compare(Before, After);

    /// <summary>After less before in thousandths, rounded half away from zero for showing; null without comparison.</summary>
    public int? ChangeThousandths => this is { Before: { } before, After: { } after } ? after.Less(before) : null;
}

/// <summary>How one school did in a group.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="HasResult">Whether it has a result in the group's year, comparable or not.</param>
/// <param name="IsSmall">Whether a figure about it is over too few pupils: this year's, or one it is compared with.</param>
/// <param name="MayGoOutward">Whether all those figures are known to be over enough pupils to be told to third parties.</param>
/// <param name="Mean">Its means; of the composite, those in Russian.</param>
/// <param name="Mathematics">Of the composite only: its means in mathematics.</param>
public sealed record SchoolDynamics(Guid SchoolId, bool HasResult, bool IsSmall, bool MayGoOutward, MeanPair Mean, MeanPair? Mathematics)
{
    public Direction Direction => Mathematics is { } maths ? Dynamics.Both(Mean.Direction, maths.Direction) : Mean.Direction;
}

/// <summary>
/// Change against the previous year. Means are compared as exact integers or fractions, never rounded and never as binary
/// floating point. Sources: rule 1 of the domain description; for «два основных предмета» our reading of Tatarstan's 2019 note: a school
/// counts when its mean over all grades, weighted by participants, rose in Russian and in mathematics.
/// </summary>
public static class Dynamics
{
    /// <summary>Compares two means in thousandths.</summary>
    public static Direction Compare(int? before, int? after) => (before, after) is ({ } b, { } a) ? Of(a.CompareTo(b)) : Direction.None;

    /// <summary>Compares two means exactly.</summary>
    public static Direction Compare(SchoolMean? before, SchoolMean? after) =>
        (before, after) is ({ } b, { } a) ? Of(a.CompareTo(b)) : Direction.None;

    /// <summary>The direction of the two main subjects together.</summary>
    public static Direction Both(Direction russian, Direction mathematics) =>
        russian == Direction.None || mathematics == Direction.None ? Direction.None
        : russian == mathematics ? russian
        : Direction.Mixed;

    /// <summary>
    /// Every school that occurs in the results of a group, in no particular order.
    /// </summary>
    /// <param name="group">The group; of the composite, results of both main subjects and all grades are expected.</param>
    /// <param name="results">Results of the group's year and the year before; other years are ignored.</param>
    /// <param name="limits">Below how many a figure is small.</param>
    public static IReadOnlyCollection<SchoolDynamics> OfSchools(ResultGroup group, IEnumerable<GroupResult> results, SmallGroups limits)
    {
        var schools = new Dictionary<Guid, Tally>();
        foreach (var result in results)
        {
            if (result.Year != group.Year && result.Year != group.Year - 1)
                continue;
            if (!schools.TryGetValue(result.SchoolId, out var tally))
                schools.Add(result.SchoolId, tally = new Tally());
            tally.Add(result, group);
        }
        return [.. schools.Select(school => school.Value.Close(school.Key, group, limits))];
    }

    static Direction Of(int comparison) =>
        comparison switch
        {
            > 0 => Direction.Rising,
            < 0 => Direction.Falling,
            _ => Direction.Equal,
        };

    sealed class Tally
    {
        Works before;
        Works after;
        Works mathsBefore;
        Works mathsAfter;
        bool hasResult;

        public void Add(in GroupResult result, ResultGroup group)
        {
            var now = result.Year == group.Year;
            hasResult |= now;
            ref var works = ref after;
            if (group.IsComposite && result.Subject == Subject.Mathematics)
                works = ref now ? ref mathsAfter : ref mathsBefore;
            else if (!now)
                works = ref before;
            works.Count(result.Values.Pupils);
            if (result.EffectiveMeanThousandths is { } mean)
                works.Add(mean, result.Values.Pupils);
        }

        static bool IsSmall(in Works before, in Works after, SmallGroups limits) =>
            after.IsSmall(limits) || (after.Mean is not null && before.IsSmall(limits));

        static bool IsOpen(in Works before, in Works after, SmallGroups limits) =>
            after.IsOpen(limits) && (after.Mean is null || before.IsOpen(limits));

        public SchoolDynamics Close(Guid schoolId, ResultGroup group, SmallGroups limits) =>
            new(
                schoolId,
                hasResult,
                IsSmall(before, after, limits) || (group.IsComposite && IsSmall(mathsBefore, mathsAfter, limits)),
                IsOpen(before, after, limits) && (!group.IsComposite || IsOpen(mathsBefore, mathsAfter, limits)),
                MeanScales.Pair(group.Assessment, before.Mean, after.Mean),
                group.IsComposite ? new MeanPair(mathsBefore.Mean, mathsAfter.Mean) : null
            );
    }

    // One work needs no weight; several of which one has unknown participants cannot be weighted.
    struct Works
    {
        SchoolMean sum;
        int count;
        bool unweighable;
        long pupils;
        bool someUnknown;
        bool any;

        public readonly bool IsSmall(SmallGroups limits) => any && !someUnknown && limits.IsSmall(pupils);

        public readonly bool IsOpen(SmallGroups limits) => !any || limits.MayGoOutward(someUnknown ? null : pupils);

        public void Count(int? participants)
        {
            any = true;
            someUnknown |= participants is null;
            pupils += participants ?? 0;
        }

        public readonly SchoolMean? Mean => count == 0 || (count > 1 && unweighable) ? null : sum;

        public void Add(int meanThousandths, int? participants)
        {
            var next = SchoolMean.Of(meanThousandths, participants);
            unweighable |= participants is not > 0;
            sum = count++ == 0 ? next : new(sum.Weighted + next.Weighted, sum.Weight + next.Weight, sum.Participants + next.Participants);
        }
    }
}
