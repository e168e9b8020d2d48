using Opora.Domain.Places;

namespace Opora.Domain.Support;

/// <summary>
/// A school asks for a specialist; an organisation (nearly always the municipal education centre) is assigned, plans sessions, holds them
/// and says how many children, teachers and parents it reached. Children stand here as counts only.
/// </summary>
public sealed class SpecialistRequest : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest reason and longest outcome.</summary>
    public const int TextLength = 2_000;

    /// <summary>Most children that one request is believed to be for.</summary>
    public const int MostChildren = 2_000;

    /// <summary>Most sessions of one request.</summary>
    public const int MostSessions = 300;

    private readonly List<SupportSession> _sessions = [];

    private SpecialistRequest() { }

    /// <summary>Asks for a specialist.</summary>
    /// <param name="school">The school.</param>
    /// <param name="facts">What it asks for.</param>
    /// <param name="today">The day in the region.</param>
    /// <param name="byId">Who asks.</param>
    /// <exception cref="BrokenRule"><c>date-in-future</c>, <c>needed-before-request</c></exception>
    public SpecialistRequest(School school, SpecialistRequestFacts facts, DateOnly today, Guid byId)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (school.RegionCode, school.MunicipalityCode, school.Id);
        RequestedById = byId;
        Version = 1;
        Revise(facts, today);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The municipality of the school.</summary>
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Whom it asks for.</summary>
    public SpecialistKind Specialist { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>For how many children.</summary>
    public int Children { get; private set; }

    /// <summary>From when.</summary>
    public DateOnly NeededFromOn { get; private set; }

    /// <summary>The day of the request.</summary>
    public DateOnly RequestedOn { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid RequestedById { get; private set; }

    /// <summary>How far it has come.</summary>
    public SpecialistRequestState State { get; private set; }

    /// <summary>Who answers for it.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Who of its staff comes; the name stands with the staff only and may be gone.</summary>
    public Guid? StaffMemberId { get; private set; }

    /// <summary>The day on which it was assigned.</summary>
    public DateOnly? AssignedOn { get; private set; }

    /// <summary>What came of it, or why it was refused or taken back.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The day on which it was finished, refused or taken back.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Sessions planned and held.</summary>
    public IReadOnlyList<SupportSession> Sessions => _sessions;

    /// <summary>Whether it is finished, refused or taken back.</summary>
    public bool Settled => State is SpecialistRequestState.Done or SpecialistRequestState.Declined or SpecialistRequestState.Withdrawn;

    object IHistoried.HistoryKey => Id;

    // Free text about children is nothing for a history that outlives it.
    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Reason), nameof(Outcome)];

    /// <summary>Corrects what was asked for, until the first session has been held.</summary>
    /// <exception cref="BrokenRule">
    /// <c>request-settled</c>, <c>request-in-work</c>, <c>date-in-future</c>, <c>needed-before-request</c>, <c>session-before-request</c>
    /// </exception>
    public void Revise(SpecialistRequestFacts facts, DateOnly today)
    {
        MustBeOpen();
        if (State == SpecialistRequestState.InWork)
            throw new BrokenRule("request-in-work", "По заявке уже прошли занятия: она больше не меняется.");
        if (facts.RequestedOn > today)
            throw new BrokenRule("date-in-future", "День заявки ещё не наступил.");
        if (facts.NeededFromOn < facts.RequestedOn)
            throw new BrokenRule("needed-before-request", "Специалист нужен не раньше дня заявки: проверьте обе даты.");
        if (_sessions.Exists(s => s.On < facts.RequestedOn))
            throw BeforeRequest();
        (Specialist, Reason, Children, NeededFromOn, RequestedOn) = facts;
        foreach (var session in _sessions)
            session.For(Specialist);
    }

    /// <summary>Gives it to an organisation, or to another one.</summary>
    /// <exception cref="BrokenRule"><c>request-settled</c>, <c>organisation-closed</c>, <c>staff-of-another</c></exception>
    public void Assign(Organisation organisation, StaffMember? member, DateOnly today)
    {
        MustBeOpen();
        if (organisation.ClosedOn is not null)
            throw new BrokenRule("organisation-closed", "Организация закрыта: выберите действующую.");
        if (member is not null && member.OrganisationId != organisation.Id)
            throw new BrokenRule("staff-of-another", "Специалист работает в другой организации.");
        (OrganisationId, StaffMemberId, AssignedOn) = (organisation.Id, member?.Id, today);
        Proceed();
    }

    /// <summary>Refuses it.</summary>
    /// <exception cref="BrokenRule"><c>request-settled</c>, <c>request-in-work</c></exception>
    public void Decline(string reason, DateOnly today) => CallOff(SpecialistRequestState.Declined, reason, today);

    /// <summary>Takes it back.</summary>
    /// <exception cref="BrokenRule"><c>request-settled</c>, <c>request-in-work</c></exception>
    public void Withdraw(string? reason, DateOnly today) => CallOff(SpecialistRequestState.Withdrawn, reason, today);

    /// <summary>Finishes it; sessions that were only planned fall away.</summary>
    /// <exception cref="BrokenRule"><c>request-settled</c>, <c>nothing-held</c></exception>
    public void Finish(string? outcome, DateOnly today)
    {
        MustBeOpen();
        if (State != SpecialistRequestState.InWork)
            throw new BrokenRule("nothing-held", "По заявке не прошло ни одного занятия. Запишите занятие или откажите в заявке.");
        Settle(SpecialistRequestState.Done, outcome, today);
    }

    /// <summary>Takes the settling back.</summary>
    /// <exception cref="BrokenRule"><c>request-open</c></exception>
    public void Reopen()
    {
        if (!Settled)
            throw new BrokenRule("request-open", "Заявка ещё не закрыта.");
        (SettledOn, Outcome) = (null, null);
        Proceed();
    }

    /// <summary>Plans a session, or writes down one that was held.</summary>
    /// <exception cref="BrokenRule">As <see cref="ReviseSession"/>; <c>too-many-sessions</c>.</exception>
    public SupportSession AddSession(SessionFacts facts, DateOnly today)
    {
        MustFit(facts, today);
        if (_sessions.Count == MostSessions)
            throw new BrokenRule("too-many-sessions", $"По одной заявке — не больше {MostSessions} занятий. Подайте новую заявку.");
        var session = new SupportSession(this, facts);
        _sessions.Add(session);
        Proceed();
        return session;
    }

    /// <summary>Corrects a session, or says that a planned one was held.</summary>
    /// <exception cref="BrokenRule">
    /// <c>request-settled</c>, <c>request-unassigned</c>, <c>session-before-request</c>, <c>date-in-future</c>, <c>planned-in-past</c>
    /// </exception>
    public void ReviseSession(SupportSession session, SessionFacts facts, DateOnly today)
    {
        MustFit(facts, today);
        session.Revise(this, facts);
        Proceed();
    }

    /// <summary>Strikes a session out that was planned or written down by mistake.</summary>
    /// <exception cref="BrokenRule"><c>request-settled</c></exception>
    public void RemoveSession(SupportSession session)
    {
        MustBeOpen();
        _sessions.Remove(session);
        Proceed();
    }

    private void MustFit(SessionFacts facts, DateOnly today)
    {
        MustBeOpen();
        if (OrganisationId is null)
            throw new BrokenRule("request-unassigned", "Сначала назначьте организацию, которая отвечает за заявку.");
        if (facts.On < RequestedOn)
            throw BeforeRequest();
        if (facts.Counts is not null && facts.On > today)
            throw new BrokenRule("date-in-future", "День занятия ещё не наступил: запланируйте его без итогов.");
        if (facts.Counts is null && facts.On < today)
            throw new BrokenRule("planned-in-past", "Этот день уже прошёл: запишите занятие как проведённое.");
    }

    private void CallOff(SpecialistRequestState state, string? reason, DateOnly today)
    {
        MustBeOpen();
        if (State == SpecialistRequestState.InWork)
            throw new BrokenRule("request-in-work", "По заявке уже прошли занятия: завершите её.");
        Settle(state, reason, today);
    }

    private void Settle(SpecialistRequestState state, string? outcome, DateOnly today)
    {
        _sessions.RemoveAll(s => !s.Held);
        (State, Outcome, SettledOn) = (state, outcome, today);
    }

    private void Proceed() =>
        State =
            _sessions.Exists(s => s.Held) ? SpecialistRequestState.InWork
            : OrganisationId is null ? SpecialistRequestState.Requested
            : SpecialistRequestState.Assigned;

    private void MustBeOpen()
    {
        if (Settled)
            throw new BrokenRule("request-settled", "Заявка закрыта. Чтобы изменить её, верните её в работу.");
    }

    private static BrokenRule BeforeRequest() => new("session-before-request", "Занятие не может пройти раньше дня заявки.");
}
