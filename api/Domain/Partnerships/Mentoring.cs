using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>
/// Somebody experienced who helps teachers, a director or the team of a school for a time. Both sides read it and see each other's
/// names; it is written by the supported side.
/// </summary>
public sealed class Mentoring : IShared<MentoringParty>, IVersioned, IHistoried
{
    /// <summary>Longest aim, outcome, reason and text of a meeting.</summary>
    public const int TextLength = 2_000;

    /// <summary>Longest name of an order.</summary>
    public const int BasisLength = 300;

    /// <summary>Most who are helped by one mentor in one pairing.</summary>
    public const int MostSupported = 50;

    /// <summary>Most meetings of one pairing.</summary>
    public const int MostVisits = 300;

    /// <summary>Most hours of one meeting.</summary>
    public const int MostHours = 24;

    /// <summary>How many days before its end a pairing is told to be ending.</summary>
    public const int EndingDays = 20;

    private readonly List<MentoringParty> _parties = [];
    private readonly List<MentoringVisit> _visits = [];

    private Mentoring() { }

    /// <summary>Brings two sides together.</summary>
    /// <exception cref="BrokenRule">See <see cref="Revise"/>.</exception>
    public Mentoring(MentoringFacts facts, IReadOnlyList<MentoringSide> sides)
    {
        Version = 1;
        Revise(facts, sides);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>Who helps whom.</summary>
    public MentoringKind Kind { get; private set; }

    /// <summary>What it is to bring.</summary>
    public string Aim { get; private set; } = "";

    /// <summary>Aim and basis, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The order by which it was made.</summary>
    public string? Basis { get; private set; }

    /// <summary>The agreement under which it was made.</summary>
    public Guid? PartnershipId { get; private set; }

    /// <summary>First day on which it goes on no more, when it was ended before its term.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>Why it was ended before its term.</summary>
    public string? TerminationReason { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whether the aim was reached; null while nobody has said.</summary>
    public MentoringReached? Reached { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<MentoringParty> Parties => _parties;

    /// <summary>When they met.</summary>
    public IReadOnlyList<MentoringVisit> Visits => _visits;

    object IHistoried.HistoryKey => Id;

    // Free text about people at work, which may tell who they are.
    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Outcome), nameof(TerminationReason)];

    /// <summary>Corrects what it is about and who takes part. The owner follows those who are helped.</summary>
    /// <exception cref="BrokenRule">
    /// <c>mentoring-terminated</c>, <c>mentoring-one-sided</c>, <c>party-twice</c>, <c>mentors-self</c>, <c>mentoring-sides</c>,
    /// <c>ends-before-start</c>, <c>visits-outside-term</c>
    /// </exception>
    public void Revise(MentoringFacts facts, IReadOnlyList<MentoringSide> sides)
    {
        MustNotBeTerminated();
        if (facts.EndsOn < facts.StartsOn)
            throw new BrokenRule("ends-before-start", "Последний день раньше первого: проверьте срок.");
        if (_visits.Find(v => v.On < facts.StartsOn || v.On > facts.EndsOn) is { } outside)
            throw new BrokenRule(
                "visits-outside-term",
                $"Встреча {outside.On:dd.MM.yyyy} не попадает в новый срок. Исправьте срок или встречу."
            );
        (Kind, Aim, StartsOn, EndsOn, Basis, PartnershipId) = facts;
        SearchName = SearchText.Fold($"{Aim} {Basis}");
        Join(sides);
    }

    /// <summary>Says who of the mentor's side it is, in place of whoever it was.</summary>
    /// <exception cref="BrokenRule"><c>mentoring-terminated</c>, <c>mentoring-sides</c>, <c>mentors-self</c></exception>
    public MentoringParty Name(MentoringSide mentor)
    {
        MustNotBeTerminated();
        MustFit(Kind, mentor);
        if (mentor.TeacherId is { } id && _parties.Exists(p => p.Role == MentoringRole.Supported && p.TeacherId == id))
            throw SelfMentor();
        _parties.RemoveAll(p => p.Role == MentoringRole.Mentor);
        var party = new MentoringParty(this, mentor);
        _parties.Add(party);
        return party;
    }

    /// <summary>Ends it before its term.</summary>
    /// <exception cref="BrokenRule"><c>mentoring-terminated</c>, <c>terminated-before-start</c>, <c>terminated-after-end</c></exception>
    public void Terminate(DateOnly on, string reason)
    {
        MustNotBeTerminated();
        if (on < StartsOn)
            throw new BrokenRule("terminated-before-start", $"Работа начинается {StartsOn:dd.MM.yyyy}: прекратить её раньше нельзя.");
        if (on > EndsOn)
            throw new BrokenRule("terminated-after-end", $"Срок и так кончается {EndsOn:dd.MM.yyyy}: досрочно прекратить позже нельзя.");
        (TerminatedOn, TerminationReason) = (on, reason);
    }

    /// <summary>Takes the early end back.</summary>
    /// <exception cref="BrokenRule"><c>mentoring-not-terminated</c></exception>
    public void Resume()
    {
        if (TerminatedOn is null)
            throw new BrokenRule("mentoring-not-terminated", "Работа не прекращена досрочно.");
        (TerminatedOn, TerminationReason) = (null, null);
    }

    /// <summary>Says what came of it, also of one that was ended early.</summary>
    /// <exception cref="BrokenRule"><c>mentoring-ahead</c></exception>
    public void Conclude(string? outcome, MentoringReached? reached, DateOnly today)
    {
        if (StartsOn > today)
            throw new BrokenRule("mentoring-ahead", $"Работа начинается {StartsOn:dd.MM.yyyy}: итога ещё нет.");
        (Outcome, Reached) = (outcome, reached);
    }

    /// <summary>Writes a meeting down.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c>, <c>visit-outside-term</c>, <c>too-many-visits</c></exception>
    public MentoringVisit Visit(MentoringVisitFacts facts, DateOnly today)
    {
        MustFit(facts, today);
        if (_visits.Count >= MostVisits)
            throw new BrokenRule("too-many-visits", $"В одной паре не больше {MostVisits} встреч.");
        var visit = new MentoringVisit(this, facts);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Corrects a meeting.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c>, <c>visit-outside-term</c></exception>
    public void Correct(MentoringVisit visit, MentoringVisitFacts facts, DateOnly today)
    {
        MustFit(facts, today);
        visit.Revise(facts);
    }

    /// <summary>Strikes a meeting out that was written down by mistake.</summary>
    public void Drop(MentoringVisit visit) => _visits.Remove(visit);

    /// <summary>Where a pairing with these days stands on a day.</summary>
    public static MentoringState StateOn(DateOnly day, DateOnly startsOn, DateOnly? endsOn, DateOnly? terminatedOn) =>
        terminatedOn <= day ? MentoringState.Terminated
        : endsOn < day ? MentoringState.Ended
        : startsOn > day ? MentoringState.Planned
        : endsOn <= day.AddDays(EndingDays) ? MentoringState.Ending
        : MentoringState.Active;

    private void Join(IReadOnlyList<MentoringSide> sides)
    {
        var supported = sides.Where(s => s.Role == MentoringRole.Supported).ToList();
        if (supported.Count == 0 || supported.Count != sides.Count - 1)
            throw new BrokenRule("mentoring-one-sided", "Нужны две стороны: один наставник и хотя бы один, кому он помогает.");
        var mentor = sides.Single(s => s.Role == MentoringRole.Mentor);
        MustFit(Kind, mentor);
        if (supported.Exists(s => s.SchoolId is null || s.TeacherId is null == (Kind == MentoringKind.Teachers)))
            throw WrongSides();
        if (Kind == MentoringKind.Directors && supported.Count > 1)
            throw new BrokenRule("mentoring-sides", "В паре директоров – две школы.");
        if (supported.DistinctBy(s => (s.SchoolId, s.TeacherId)).Count() < supported.Count)
            throw new BrokenRule("party-twice", "Одна и та же сторона указана дважды.");
        if (supported.Exists(s => mentor.TeacherId is { } id && s.TeacherId == id))
            throw SelfMentor();
        if (Kind != MentoringKind.Teachers && supported.Exists(s => s.SchoolId == mentor.SchoolId))
            throw new BrokenRule("mentors-self", "Школа не может помогать сама себе: выберите другую.");
        _parties.RemoveAll(p => !sides.Any(p.Is));
        _parties.AddRange(sides.Where(s => !_parties.Exists(p => p.Is(s))).Select(s => new MentoringParty(this, s)));
        var schools = supported.Select(s => s.SchoolId).Distinct().ToList();
        var municipalities = supported.Select(s => s.MunicipalityCode).Distinct(StringComparer.Ordinal).ToList();
        RegionCode = supported[0].RegionCode;
        MunicipalityCode = municipalities.Count == 1 ? municipalities[0] : null;
        SchoolId = schools.Count == 1 ? schools[0] : null;
    }

    private static void MustFit(MentoringKind kind, MentoringSide mentor)
    {
        if (kind == MentoringKind.Directors && (mentor.SchoolId is null || mentor.TeacherId is not null))
            throw WrongSides();
    }

    private void MustFit(MentoringVisitFacts facts, DateOnly today)
    {
        if (facts.On > today)
            throw new BrokenRule("date-in-future", $"Дата {facts.On:dd.MM.yyyy} ещё не наступила: запишите встречу, когда она пройдёт.");
        if (facts.On < StartsOn || facts.On > EndsOn || facts.On > TerminatedOn)
            throw new BrokenRule(
                "visit-outside-term",
                (TerminatedOn ?? EndsOn) is { } end
                    ? $"Срок этой пары – с {StartsOn:dd.MM.yyyy} по {end:dd.MM.yyyy}: проверьте день встречи."
                    : $"Срок этой пары – с {StartsOn:dd.MM.yyyy}: проверьте день встречи."
            );
    }

    private void MustNotBeTerminated()
    {
        if (TerminatedOn is not null)
            throw new BrokenRule("mentoring-terminated", "Работа прекращена досрочно. Чтобы изменить её, сначала возобновите.");
    }

    private static BrokenRule SelfMentor() => new("mentors-self", "Педагог не может быть наставником самому себе.");

    private static BrokenRule WrongSides() =>
        new(
            "mentoring-sides",
            "Стороны не подходят к виду работы: наставник помогает педагогам, директор – директору, тьютор – команде школы."
        );
}
