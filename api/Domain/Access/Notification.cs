namespace Opora.Domain.Access;

/// <summary>What a notification is about.</summary>
public enum NotificationKind
{
    /// <summary>An import that the person asked for is through.</summary>
    ImportFinished,

    /// <summary>An import that the person asked for has brought nothing.</summary>
    ImportFailed,

    /// <summary>A school moved from or to the person's municipality.</summary>
    SchoolMoved,

    /// <summary>A school of the person's places closed.</summary>
    SchoolClosed,

    /// <summary>A school of the person's places became part of another one.</summary>
    SchoolMerged,

    /// <summary>A list of supported schools holds a school of the person's places.</summary>
    SchoolsListed,

    /// <summary>The person was given one more role.</summary>
    AccessGranted,

    /// <summary>A colleague has lent the person rights for some days.</summary>
    RightsLent,

    /// <summary>A place of the person's has submitted a period of indicators.</summary>
    ReportSubmitted,

    /// <summary>A period that the person's place submitted was sent back.</summary>
    ReportReturned,

    /// <summary>A period that the person's place submitted was accepted.</summary>
    ReportAccepted,

    /// <summary>A teacher of the person's places who waited for a seat on a course has got one.</summary>
    SeatFound,

    /// <summary>A run of a course for which teachers of the person's places had applied is called off.</summary>
    RunCancelled,
}

/// <summary>
/// Something a person should know. It holds ids only: words are made, and names looked up, when it is read, so that nothing personal is
/// copied into it.
/// </summary>
public sealed class Notification
{
    private Notification() { }

    /// <summary>Tells a person.</summary>
    /// <param name="personId">Who is told.</param>
    /// <param name="kind">About what.</param>
    /// <param name="at">UTC instant.</param>
    public Notification(Guid personId, NotificationKind kind, DateTime at) => (PersonId, Kind, At) = (personId, kind, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who is told.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>About what.</summary>
    public NotificationKind Kind { get; private set; }

    /// <summary>UTC instant.</summary>
    public DateTime At { get; private set; }

    /// <summary>The school it is about.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>The import it is about.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The list it is about.</summary>
    public Guid? CohortId { get; init; }

    /// <summary>The submission of indicators it is about.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>The run of a course it is about.</summary>
    public Guid? CourseRunId { get; init; }

    /// <summary>UTC instant at which the person took note.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Takes note; the first time stands.</summary>
    public void Read(DateTime at) => ReadAt ??= at;
}
