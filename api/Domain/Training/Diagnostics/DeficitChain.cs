namespace Opora.Domain.Training.Diagnostics;

/// <summary>How far a deficit of a teacher has been mended.</summary>
public enum DeficitOutcome
{
    /// <summary>Found, and the teacher is on no course that mends it.</summary>
    NoCourse,

    /// <summary>The teacher is enrolled on a course that mends it and has not completed it yet.</summary>
    OnCourse,

    /// <summary>A course was completed, and nobody has measured since.</summary>
    NotMeasured,

    /// <summary>After the course it was not found any more.</summary>
    Closed,

    /// <summary>After the course it was found again.</summary>
    Remains,

    /// <summary>Not found any more, although no course was completed.</summary>
    ClosedWithoutCourse,
}

/// <summary>A day on which a deficit was looked for.</summary>
/// <param name="On">The day.</param>
/// <param name="Found">Whether it was found.</param>
public sealed record DeficitMeasurement(DateOnly On, bool Found);

/// <summary>A run of a course that mends a deficit, with the teacher on it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="CourseId">The course.</param>
/// <param name="Title">Title of the course.</param>
/// <param name="EndsOn">Last day of the run.</param>
/// <param name="Completed">Whether the teacher completed it; else the teacher is on it still.</param>
public sealed record DeficitCourse(Guid RunId, Guid CourseId, string Title, DateOnly EndsOn, bool Completed);

/// <summary>
/// Deficit → course → result of one teacher. It begins with the day on which the deficit was found after having been absent; of several
/// courses the last one completed counts, and the last measurement has the last word.
/// </summary>
/// <param name="FoundOn">When it was found.</param>
/// <param name="Course">The course: completed, or the teacher is on it; null when there is none.</param>
/// <param name="MeasuredOn">When it was measured after that; null when it was not.</param>
/// <param name="Outcome">How far it has come.</param>
public sealed record DeficitChain(DateOnly FoundOn, DeficitCourse? Course, DateOnly? MeasuredOn, DeficitOutcome Outcome)
{
    /// <summary>Whether the teacher still has it, as far as is known.</summary>
    public bool IsOpen => Outcome is not (DeficitOutcome.Closed or DeficitOutcome.ClosedWithoutCourse);

    /// <summary>The chain of a teacher and a deficit; null when it was never found.</summary>
    public static DeficitChain? Of(IEnumerable<DeficitMeasurement> measurements, IEnumerable<DeficitCourse> courses)
    {
        var days = ByDay(measurements);
        var last = days.FindLastIndex(m => m.Found);
        if (last < 0)
            return null;
        var first = last;
        while (first > 0 && days[first - 1].Found)
            first--;
        var (found, latest) = (days[first].On, days[^1]);
        var later = courses.Where(c => c.EndsOn > found).OrderBy(c => c.EndsOn).ThenBy(c => c.RunId).ToList();
        if (!latest.Found)
            return later.FindLast(c => c.Completed && c.EndsOn <= latest.On) is { } mended
                ? new(found, mended, latest.On, DeficitOutcome.Closed)
                : new(found, null, latest.On, DeficitOutcome.ClosedWithoutCourse);
        if (later.FindLast(c => c.Completed) is not { } completed)
            return later.LastOrDefault() is { } going
                ? new(found, going, null, DeficitOutcome.OnCourse)
                : new(found, null, null, DeficitOutcome.NoCourse);
        return latest.On > found && latest.On >= completed.EndsOn
            ? new(found, completed, latest.On, DeficitOutcome.Remains)
            : new(found, completed, null, DeficitOutcome.NotMeasured);
    }

    /// <summary>
    /// What changed after one completed run: the deficit as it was last measured before its end against the first measurement after it.
    /// Null when it was not there before: then the course had nothing to mend.
    /// </summary>
    public static DeficitOutcome? EffectOf(DateOnly endsOn, IEnumerable<DeficitMeasurement> measurements)
    {
        var days = ByDay(measurements);
        var before = days.FindLastIndex(m => m.On < endsOn);
        if (before < 0 || !days[before].Found)
            return null;
        return before + 1 == days.Count ? DeficitOutcome.NotMeasured
            : days[before + 1].Found ? DeficitOutcome.Remains
            : DeficitOutcome.Closed;
    }

    // Two campaigns on one day: whoever found it has found it.
    private static List<DeficitMeasurement> ByDay(IEnumerable<DeficitMeasurement> measurements) =>
        [.. measurements.GroupBy(m => m.On).Select(g => new DeficitMeasurement(g.Key, g.Any(m => m.Found))).OrderBy(m => m.On)];
}
