namespace Opora.Domain.Results;

/// <summary>
/// ОГЭ comes in marks or in primary points, and nobody says in which: a mean of at most 5 is one of marks (see
/// <see cref="Subject.ScaleOf"/>). Means of the two scales are neither compared nor averaged. A regional or national work has the one
/// scale of its authors, whose least points may lie below 5, so nothing is told apart there.
/// </summary>
public static class MeanScales
{
    const int GreatestMark = 5_000;

    /// <summary>Whether two means of this assessment can be compared.</summary>
    public static bool AreSame(Assessment assessment, int one, int other) =>
        assessment != Assessment.OGE || one > GreatestMark == other > GreatestMark;

    /// <summary>A school's means of two years; that of the former is left out when it is on the other scale.</summary>
    public static MeanPair Pair(Assessment assessment, SchoolMean? before, SchoolMean? after) =>
        before is { } b && after is { } a && !AreSame(assessment, b.Thousandths, a.Thousandths) ? new(null, after) : new(before, after);

    /// <summary>
    /// A mean on the scale in which most pupils' results came: only means of this scale go into a common one. Marks when there are as
    /// many of each; null when nothing can be weighted.
    /// </summary>
    public static int? Prevailing(IEnumerable<GroupResult> results)
    {
        long marks = 0,
            points = 0;
        foreach (var result in results)
            if (result is { EffectiveMeanThousandths: { } mean, Values.Pupils: { } pupils })
                (marks, points) = mean > GreatestMark ? (marks, points + pupils) : (marks + pupils, points);
        return marks + points == 0 ? null
            : points > marks ? GreatestMark + 1
            : GreatestMark;
    }
}
