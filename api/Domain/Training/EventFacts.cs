namespace Opora.Domain.Training;

/// <summary>What kind of event it is.</summary>
public enum EventKind
{
    /// <summary>Семинар.</summary>
    Seminar,

    /// <summary>Вебинар.</summary>
    Webinar,

    /// <summary>Конференция.</summary>
    Conference,

    /// <summary>Круглый стол.</summary>
    RoundTable,

    /// <summary>Мастер-класс.</summary>
    MasterClass,

    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Заседание методического объединения.</summary>
    AssociationMeeting,
}

/// <summary>For whom an event is.</summary>
public enum EventLevel
{
    /// <summary>For one school.</summary>
    School,

    /// <summary>For a municipality.</summary>
    Municipal,

    /// <summary>For schools of several municipalities.</summary>
    InterMunicipal,

    /// <summary>For the region.</summary>
    Regional,
}

/// <summary>How far an event has come.</summary>
public enum EventState
{
    /// <summary>Announced.</summary>
    Planned,

    /// <summary>It took place: who took part is written down.</summary>
    Held,

    /// <summary>Called off, with a reason.</summary>
    Cancelled,
}

/// <summary>When an event is, by the clocks of its region.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="StartsAt">When it begins on the first day; null when it is not told.</param>
/// <param name="EndsAt">When it ends on the last day; null when it is not told.</param>
public sealed record EventTimes(DateOnly StartsOn, DateOnly EndsOn, TimeOnly? StartsAt, TimeOnly? EndsAt);

/// <summary>Who holds an event: an organisation, a school, or somebody in words; at most one of them.</summary>
/// <param name="OrganisationId">An organisation of the register.</param>
/// <param name="SchoolId">A school.</param>
/// <param name="Words">Anybody else.</param>
public sealed record EventOrganiser(Guid? OrganisationId, Guid? SchoolId, string? Words);

/// <summary>What is known of an event.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">For whom.</param>
/// <param name="Title">The theme.</param>
/// <param name="Description">What about, in more words.</param>
/// <param name="Times">When.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Where it is found on the net.</param>
/// <param name="Organiser">Who holds it.</param>
public sealed record EventFacts(
    EventKind Kind,
    EventLevel Level,
    string Title,
    string? Description,
    EventTimes Times,
    string? Place,
    string? Link,
    EventOrganiser Organiser
);
