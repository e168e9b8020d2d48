namespace Opora.Domain.Calendars;

/// <summary>One thing in a calendar that another program reads.</summary>
/// <param name="Uid">Its name for ever, the same in every answer: <c>event-0193…@opora</c>.</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day, itself included.</param>
public sealed record ICalendarEntry(string Uid, string Summary, DateOnly StartsOn, DateOnly EndsOn)
{
    /// <summary>UTC instant at which it begins; null when it takes whole days.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>UTC instant at which it ends; null when that is not known.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>More words.</summary>
    public string? Description { get; init; }

    /// <summary>Where people meet.</summary>
    public string? Location { get; init; }

    /// <summary>Where it is found on the net.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool Cancelled { get; init; }

    /// <summary>How many times it was changed; grows.</summary>
    public int Sequence { get; init; }
}
