namespace Opora.Domain.Partnerships;

/// <summary>How an internship ended.</summary>
public enum InternshipResult
{
    /// <summary>The whole of it.</summary>
    Completed,

    /// <summary>Broken off.</summary>
    NotCompleted,

    /// <summary>Called off; holds no place.</summary>
    Cancelled,
}

/// <summary>Where an internship stands on a day.</summary>
public enum InternshipState
{
    /// <summary>Has not begun.</summary>
    Planned,

    /// <summary>Goes on.</summary>
    Going,

    /// <summary>Its days are over and nobody has said how it ended.</summary>
    Due,

    /// <summary>The whole of it.</summary>
    Completed,

    /// <summary>Broken off.</summary>
    NotCompleted,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>When an internship is and how long it takes.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record InternshipFacts(DateOnly StartsOn, DateOnly EndsOn, int Hours);

/// <summary>The days for which somebody holds a place.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public readonly record struct Stay(DateOnly StartsOn, DateOnly EndsOn)
{
    /// <summary>
    /// Most who are there on one day of a span. It can only grow on a day on which somebody comes, so those days and the first one are
    /// looked at.
    /// </summary>
    /// <param name="stays">Who else holds a place.</param>
    /// <param name="within">The span.</param>
    public static int Peak(IReadOnlyCollection<Stay> stays, Stay within) =>
        stays
            .Select(s => s.StartsOn)
            .Where(day => day > within.StartsOn && day <= within.EndsOn)
            .Append(within.StartsOn)
            .Max(day => stays.Count(s => s.StartsOn <= day && s.EndsOn >= day));
}
