using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// Who of one school took part in an event: teachers by name, and a bare number of others. It belongs to the school and moves along with
/// it; a teacher stays where the teacher was then.
/// </summary>
public sealed class EventTurnout : IPlaced, IVersioned, IHistoried
{
    /// <summary>Most people of one school without a name.</summary>
    public const int MostUnnamed = 1_000;

    /// <summary>Most people of one school by name.</summary>
    public const int MostNamed = 500;

    private readonly List<EventAttendee> _attendees = [];

    private EventTurnout() { }

    /// <summary>Opens the record of a school.</summary>
    /// <exception cref="BrokenRule"><c>school-event-of-others</c></exception>
    public EventTurnout(Event held, School school)
    {
        if (held.SchoolId is { } only && only != school.Id)
            throw new BrokenRule("school-event-of-others", "Это мероприятие одной школы: участников других школ у него нет.");
        (EventId, RegionCode, MunicipalityCode, SchoolId) = (held.Id, school.RegionCode, school.MunicipalityCode, school.Id);
        Version = 1;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Of what.</summary>
    public Guid EventId { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>Whose people they are.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>How many are known by name.</summary>
    public int Named { get; private set; }

    /// <summary>How many took part besides.</summary>
    public int Unnamed { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Those known by name.</summary>
    public IReadOnlyList<EventAttendee> Attendees => _attendees;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => EventId;

    /// <summary>Says who took part; whoever is left out did not.</summary>
    /// <param name="teachers">Ids of teachers, each once.</param>
    /// <param name="unnamed">How many besides.</param>
    public void Record(IReadOnlyCollection<Guid> teachers, int unnamed)
    {
        _attendees.RemoveAll(a => !teachers.Contains(a.TeacherId));
        var known = _attendees.Select(a => a.TeacherId).ToHashSet();
        _attendees.AddRange(teachers.Where(t => !known.Contains(t)).Select(t => new EventAttendee(this, t)));
        (Named, Unnamed) = (_attendees.Count, unnamed);
    }
}

/// <summary>A teacher who took part in an event, once whatever the school. Read through the record of the school only.</summary>
public sealed class EventAttendee
{
    private EventAttendee() { }

    internal EventAttendee(EventTurnout turnout, Guid teacherId) =>
        (EventId, TurnoutId, TeacherId) = (turnout.EventId, turnout.Id, teacherId);

    /// <summary>Of what.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The record of the school.</summary>
    public Guid TurnoutId { get; private set; }

    /// <summary>Who.</summary>
    public Guid TeacherId { get; private set; }
}
