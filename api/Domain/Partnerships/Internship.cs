using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>
/// A teacher at a place for internships. The school that sends and the host read it and see the name; it is written by the school that
/// sends. A teacher who changes schools later leaves it with the one that sent.
/// </summary>
public sealed class Internship : IShared<InternshipParty>, IVersioned, IHistoried
{
    /// <summary>Longest outcome.</summary>
    public const int OutcomeLength = 2_000;

    /// <summary>Most hours.</summary>
    public const int MostHours = 1_000;

    private readonly List<InternshipParty> _parties = [];

    private Internship() { }

    /// <summary>Sends a teacher.</summary>
    /// <param name="site">Where to.</param>
    /// <param name="teacherId">Whom.</param>
    /// <param name="school">The main school of the teacher.</param>
    /// <param name="facts">When.</param>
    /// <exception cref="BrokenRule"><c>site-closed</c>, <c>own-site</c>, <c>ends-before-start</c></exception>
    public Internship(InternshipSite site, Guid teacherId, IPlaced school, InternshipFacts facts)
    {
        site.MustBeOpen();
        if (site.SchoolId is { } host && host == school.SchoolId)
            throw new BrokenRule("own-site", "Стажируются в другой школе: эта площадка – ваша собственная.");
        (RegionCode, MunicipalityCode, SchoolId) = (school.RegionCode, school.MunicipalityCode, school.SchoolId!.Value);
        (SiteId, TeacherId, Version) = (site.Id, teacherId, 1);
        _parties.Add(new InternshipParty(this, InternshipRole.Sending, school, null));
        _parties.Add(new InternshipParty(this, InternshipRole.Host, site, site.OrganisationId));
        Take(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <summary>The school that sends.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Where.</summary>
    public Guid SiteId { get; private set; }

    /// <summary>Who.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }

    /// <summary>How it ended; null while nobody has said.</summary>
    public InternshipResult? Result { get; private set; }

    /// <summary>What came of it, or why it was broken or called off.</summary>
    public string? Outcome { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<InternshipParty> Parties => _parties;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => SiteId;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Outcome)];

    /// <summary>Corrects its days and hours; who changes the days asks for the places anew.</summary>
    /// <exception cref="BrokenRule"><c>internship-over</c>, <c>ends-before-start</c></exception>
    public void Revise(InternshipFacts facts)
    {
        if (Result is not null)
            throw new BrokenRule("internship-over", "Итог стажировки уже внесён. Чтобы изменить её, снимите итог.");
        Take(facts);
    }

    /// <summary>Says how it ended.</summary>
    /// <exception cref="BrokenRule"><c>internship-over</c>, <c>internship-ahead</c>, <c>reason-required</c></exception>
    public void Conclude(InternshipResult result, string? outcome, DateOnly today)
    {
        if (Result is not null)
            throw new BrokenRule("internship-over", "Итог стажировки уже внесён. Чтобы изменить его, сначала снимите.");
        if (result == InternshipResult.Completed && EndsOn > today)
            throw new BrokenRule("internship-ahead", $"Стажировка заканчивается {EndsOn:dd.MM.yyyy}: завершить её раньше нельзя.");
        if (result == InternshipResult.NotCompleted && StartsOn > today)
            throw new BrokenRule("internship-ahead", $"Стажировка начинается {StartsOn:dd.MM.yyyy}: её можно отменить, но не прервать.");
        if (result != InternshipResult.Completed && string.IsNullOrWhiteSpace(outcome))
            throw new BrokenRule("reason-required", "Укажите причину.");
        (Result, Outcome) = (result, outcome);
    }

    /// <summary>Takes the result back; who had called it off asks for the place anew.</summary>
    /// <exception cref="BrokenRule"><c>internship-open</c></exception>
    public void Reopen()
    {
        if (Result is null)
            throw new BrokenRule("internship-open", "Итог стажировки ещё не внесён: снимать нечего.");
        (Result, Outcome) = (null, null);
    }

    /// <summary>Where an internship stands on a day.</summary>
    public static InternshipState StateOn(DateOnly day, DateOnly startsOn, DateOnly endsOn, InternshipResult? result) =>
        result switch
        {
            InternshipResult.Completed => InternshipState.Completed,
            InternshipResult.NotCompleted => InternshipState.NotCompleted,
            InternshipResult.Cancelled => InternshipState.Cancelled,
            _ when startsOn > day => InternshipState.Planned,
            _ when endsOn < day => InternshipState.Due,
            _ => InternshipState.Going,
        };

    private void Take(InternshipFacts facts)
    {
        if (facts.EndsOn < facts.StartsOn)
            throw new BrokenRule("ends-before-start", "Последний день раньше первого: проверьте даты.");
        (StartsOn, EndsOn, Hours) = facts;
    }
}
