using Opora.Domain.Training;

namespace Opora.Api.Features.Calendar;

/// <summary>What stands in the calendar.</summary>
public enum CalendarKind
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>A meeting of an association of teachers.</summary>
    AssociationMeeting,

    /// <summary>A run of a course.</summary>
    CourseRun,

    /// <summary>A session of a specialist.</summary>
    SpecialistSession,

    /// <summary>A visit to a school.</summary>
    SupportVisit,
}

/// <summary>Something on days of the calendar. Nobody is named.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of the event, the run, the session or the visit.</param>
/// <param name="OfId">Id of what it is part of: the association, the course, the request.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Of">What it is part of, in words: the association.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="StartsAt">When it begins on the first day, by the clocks of the region.</param>
/// <param name="EndsAt">When it ends on the last day.</param>
/// <param name="State">Whether it is planned, held or called off.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Address on the net.</param>
/// <param name="Municipality">Name of the municipality whose it is; null for the whole region.</param>
/// <param name="School">Name of the school whose it is; null for anything larger.</param>
/// <param name="RegionCode">The region, whose clocks count.</param>
public sealed record CalendarItem(
    CalendarKind Kind,
    Guid Id,
    Guid? OfId,
    string Title,
    string? Of,
    DateOnly StartsOn,
    DateOnly EndsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    EventState State,
    string? Place,
    string? Link,
    string? Municipality,
    string? School,
    string RegionCode
)
{
    /// <summary>How many times it was changed; programs that read the calendar ask for it.</summary>
    internal int Version { get; init; } = 1;
}

/// <summary>Days of a calendar.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Today">The day that the clocks of the region show now.</param>
/// <param name="Items">What stands on these days, the earliest first.</param>
/// <param name="Full">Whether there is more than can be told: choose fewer days, kinds or places.</param>
public sealed record CalendarDays(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<CalendarItem> Items, bool Full);
