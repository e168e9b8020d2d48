using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// A seminar, a webinar, a conference, a round table, a master class, or a meeting of an association of teachers. How many took part is
/// counted on this row by the database, for people of whatever school: who reads the event may see the totals and not who they were.
/// </summary>
public sealed class Event : IAnnounced, IVersioned, IHistoried
{
    /// <summary>Longest theme.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest description.</summary>
    public const int DescriptionLength = 4_000;

    /// <summary>Longest place, link, organiser or reason.</summary>
    public const int WordsLength = 300;

    /// <summary>Most days of one event.</summary>
    public const int MostDays = 60;

    private Event() { }

    /// <summary>Announces an event of a region, a municipality or a school.</summary>
    /// <param name="owner">Where it belongs.</param>
    /// <param name="facts">What is known of it.</param>
    /// <exception cref="BrokenRule">As <see cref="Revise"/> tells.</exception>
    public Event(IPlaced owner, EventFacts facts)
    {
        (RegionCode, MunicipalityCode, SchoolId, Version) = (owner.RegionCode, owner.MunicipalityCode, owner.SchoolId, 1);
        // A day that has not come is judged when it is said to be over.
        Revise(facts, DateOnly.MaxValue);
    }

    /// <summary>Announces a meeting of an association: it belongs where the association does and is for the same people.</summary>
    /// <exception cref="BrokenRule"><c>association-closed</c></exception>
    public Event(Association association, EventFacts facts)
        : this((IPlaced)association, facts with { Kind = EventKind.AssociationMeeting, Level = association.LevelOfMeetings })
    {
        if (association.ClosedOn is not null)
            throw new BrokenRule("association-closed", "Объединение закрыто: новое заседание не объявить.");
        AssociationId = association.Id;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Whose meeting it is; null of other events.</summary>
    public Guid? AssociationId { get; private set; }

    public EventKind Kind { get; private set; }
    public EventLevel Level { get; private set; }

    /// <summary>The theme.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The theme, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>What about, in more words.</summary>
    public string? Description { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>When it begins on the first day, by the clocks of the region.</summary>
    public TimeOnly? StartsAt { get; private set; }

    /// <summary>When it ends on the last day.</summary>
    public TimeOnly? EndsAt { get; private set; }

    /// <summary>Where people meet.</summary>
    public string? Place { get; private set; }

    /// <summary>Where it is found on the net.</summary>
    public string? Link { get; private set; }

    /// <summary>The organisation that holds it.</summary>
    public Guid? OrganiserId { get; private set; }

    /// <summary>The school that holds it.</summary>
    public Guid? OrganiserSchoolId { get; private set; }

    /// <summary>Who holds it, in words.</summary>
    public string? Organiser { get; private set; }

    public EventState State { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; private set; }

    /// <summary>People who took part and are known by name, each once; counted by the database.</summary>
    public int NamedCount { get; private set; }

    /// <summary>People who took part besides, known by number only; counted by the database.</summary>
    public int UnnamedCount { get; private set; }

    /// <summary>Schools of which anybody took part; counted by the database.</summary>
    public int SchoolCount { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => AssociationId;

    /// <summary>Corrects what is known.</summary>
    /// <exception cref="BrokenRule"><c>ends-before-start</c>, <c>event-too-long</c>, <c>time-without-start</c>, <c>level-of-school</c>, <c>several-organisers</c>, <c>event-ahead</c>, <c>kind-of-meeting</c></exception>
    public void Revise(EventFacts facts, DateOnly today)
    {
        CheckTimes(facts.Times);
        if (facts.Level == EventLevel.School != (SchoolId is not null))
            throw new BrokenRule(
                "level-of-school",
                SchoolId is null
                    ? "Школьное мероприятие относится к школе: выберите школу или другой уровень."
                    : "Мероприятие школы — школьного уровня. Муниципальное или региональное заводит координатор или оператор."
            );
        if (AssociationId is not null && facts.Kind != EventKind.AssociationMeeting)
            throw new BrokenRule("kind-of-meeting", "Это заседание методического объединения: другим видом мероприятия оно не станет.");
        if (new object?[] { facts.Organiser.OrganisationId, facts.Organiser.SchoolId, facts.Organiser.Words }.Count(o => o is not null) > 1)
            throw new BrokenRule("several-organisers", "Организатор один: организация, школа или название словами.");
        if (State == EventState.Held && facts.Times.StartsOn > today)
            throw new BrokenRule("event-ahead", $"Мероприятие отмечено проведённым: {facts.Times.StartsOn:dd.MM.yyyy} ещё не наступило.");
        (Kind, Level, Title, Description) = (facts.Kind, facts.Level, facts.Title.Trim(), facts.Description);
        (StartsOn, EndsOn, StartsAt, EndsAt) = facts.Times;
        (Place, Link) = (facts.Place, facts.Link);
        (OrganiserId, OrganiserSchoolId, Organiser) = facts.Organiser;
        SearchName = SearchText.Fold(Title);
    }

    /// <summary>Says that it took place, calls it off, or takes such a step back.</summary>
    /// <exception cref="BrokenRule"><c>event-state</c>, <c>event-ahead</c>, <c>reason-required</c>, <c>event-has-participants</c></exception>
    public void Become(EventState state, string? reason, DateOnly today)
    {
        if (state == State || (State, state) is (EventState.Held, EventState.Cancelled) or (EventState.Cancelled, EventState.Held))
            throw new BrokenRule("event-state", $"Мероприятие {Words(State)}: перевести его в состояние «{Words(state)}» нельзя.");
        if (state == EventState.Held && StartsOn > today)
            throw new BrokenRule("event-ahead", $"Мероприятие начнётся {StartsOn:dd.MM.yyyy}: проведённым его отметить рано.");
        if (state == EventState.Cancelled && string.IsNullOrWhiteSpace(reason))
            throw new BrokenRule("reason-required", "Укажите, почему мероприятие отменено.");
        if (State == EventState.Held)
            MustBeEmpty();
        (State, Reason) = (state, state == EventState.Cancelled ? reason : null);
    }

    /// <summary>Refuses to lose who took part.</summary>
    /// <exception cref="BrokenRule"><c>event-has-participants</c></exception>
    public void MustBeEmpty()
    {
        if (NamedCount + UnnamedCount > 0)
            throw new BrokenRule(
                "event-has-participants",
                $"Участники уже записаны ({NamedCount + UnnamedCount}): сначала снимите их, иначе они пропадут из отчётов."
            );
    }

    private static void CheckTimes(EventTimes times)
    {
        if (times.EndsOn < times.StartsOn)
            throw new BrokenRule(
                "ends-before-start",
                $"Последний день ({times.EndsOn:dd.MM.yyyy}) раньше первого ({times.StartsOn:dd.MM.yyyy})."
            );
        if (times.EndsOn.DayNumber - times.StartsOn.DayNumber >= MostDays)
            throw new BrokenRule("event-too-long", $"Мероприятие длится не больше {MostDays} дней: проверьте даты.");
        if (times.EndsAt is not null && times.StartsAt is null)
            throw new BrokenRule("time-without-start", "Указано время окончания и не указано время начала.");
        if (times.StartsOn == times.EndsOn && times.EndsAt <= times.StartsAt)
            throw new BrokenRule("ends-before-start", $"Окончание ({times.EndsAt:HH:mm}) не позже начала ({times.StartsAt:HH:mm}).");
    }

    private static string Words(EventState state) =>
        state switch
        {
            EventState.Planned => "запланировано",
            EventState.Held => "проведено",
            _ => "отменено",
        };
}
