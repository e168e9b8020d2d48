namespace Opora.Domain.Training;

/// <summary>How a course is given.</summary>
public enum CourseForm
{
    /// <summary>Очно.</summary>
    InPerson,

    /// <summary>Дистанционно.</summary>
    Distance,

    /// <summary>Очно-заочно.</summary>
    Mixed,
}

/// <summary>How far a run of a course has come.</summary>
public enum CourseRunState
{
    /// <summary>Announced; nobody can be enrolled yet.</summary>
    Planned,

    /// <summary>Takes people.</summary>
    Open,

    /// <summary>Goes on; those who come late can still be enrolled.</summary>
    Running,

    /// <summary>Over.</summary>
    Finished,

    /// <summary>Called off, with a reason.</summary>
    Cancelled,
}

/// <summary>How far somebody has come with a run.</summary>
public enum EnrolmentState
{
    /// <summary>The school has applied: the seat is kept, the coordinator has not confirmed yet.</summary>
    Applied,

    /// <summary>Has a seat.</summary>
    Enrolled,

    /// <summary>Moves up when a seat becomes free, first come first served.</summary>
    Waiting,

    /// <summary>Has completed the course.</summary>
    Completed,

    /// <summary>Has not completed it, with a reason.</summary>
    NotCompleted,

    /// <summary>Does not come: the seat is free again.</summary>
    Withdrawn,
}

/// <summary>What is known of a course.</summary>
/// <param name="Title">Title.</param>
/// <param name="Hours">Length, academic hours.</param>
/// <param name="ProviderId">The organisation that gives it; null when none of the register does.</param>
/// <param name="Form">How it is given.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Subjects">Codes of <see cref="Results.Subject"/>; none when it is for all.</param>
/// <param name="Deficits">Codes of the deficits that it mends.</param>
public sealed record CourseFacts(
    string Title,
    int Hours,
    Guid? ProviderId,
    CourseForm Form,
    string? Audience,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> Deficits
);

/// <summary>What is known of a run of a course.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Where it is found on the net.</param>
/// <param name="Seats">How many can take part.</param>
public sealed record CourseRunFacts(DateOnly StartsOn, DateOnly EndsOn, string? Place, string? Link, int Seats);
