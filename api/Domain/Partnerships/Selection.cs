using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>
/// A competitive selection of partner schools: a call, criteria, experts, and in the end the winners. Everybody in the region reads the
/// call; the region holds it.
/// </summary>
public sealed class Selection : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest text of a call, of an application, of a decision.</summary>
    public const int TextLength = 10_000;

    /// <summary>Longest name of an order.</summary>
    public const int OrderLength = 300;

    /// <summary>Most criteria.</summary>
    public const int MostCriteria = 30;

    /// <summary>Most experts.</summary>
    public const int MostExperts = 50;

    /// <summary>The highest mark that a criterion may have.</summary>
    public const int MostMark = 100;

    /// <summary>The highest weight.</summary>
    public const int MostWeight = 100;

    private readonly List<SelectionCriterion> _criteria = [];
    private readonly List<SelectionExpert> _experts = [];

    private Selection() { }

    /// <summary>Announces a selection in a region.</summary>
    /// <exception cref="BrokenRule">See <see cref="Revise"/>.</exception>
    public Selection(string regionCode, SelectionFacts facts, IReadOnlyList<CriterionFacts> criteria)
    {
        (RegionCode, Version) = (regionCode, 1);
        Revise(facts, criteria, marked: false);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Always null: the region holds it.</summary>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Its name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is asked of schools.</summary>
    public string Text { get; private set; } = "";

    /// <summary>First day on which applications are taken.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day on which applications are taken.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The order by which it is held.</summary>
    public string? Order { get; private set; }

    /// <summary>UTC instant from which no marks are taken and all may be read; null before.</summary>
    public DateTime? MarksClosedAt { get; private set; }

    /// <summary>The day on which the winners were chosen.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why they were chosen, or the order.</summary>
    public string? Decision { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What is judged.</summary>
    public IReadOnlyList<SelectionCriterion> Criteria => _criteria;

    /// <summary>Who judges.</summary>
    public IReadOnlyList<SelectionExpert> Experts => _experts;

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects the call. Criteria stand as they are once somebody has given a mark.</summary>
    /// <param name="facts">What the call says.</param>
    /// <param name="criteria">What is judged, in this order.</param>
    /// <param name="marked">Whether a mark has been given.</param>
    /// <returns>The criteria that are new, for the database.</returns>
    /// <exception cref="BrokenRule"><c>closes-before-opens</c>, <c>criteria-marked</c>, <c>marks-closed</c></exception>
    public IReadOnlyList<SelectionCriterion> Revise(SelectionFacts facts, IReadOnlyList<CriterionFacts> criteria, bool marked)
    {
        if (MarksClosedAt is not null)
            throw new BrokenRule("marks-closed", "Приём оценок закрыт: объявление больше не меняют.");
        if (facts.ClosesOn < facts.OpensOn)
            throw new BrokenRule("closes-before-opens", "Приём заявок кончается раньше, чем начинается. Проверьте даты.");
        (Title, Text, OpensOn, ClosesOn, Order) = facts;
        if (criteria.SequenceEqual(_criteria.OrderBy(c => c.Number).Select(c => c.Facts)))
            return [];
        if (marked)
            throw new BrokenRule("criteria-marked", "Эксперты уже поставили оценки: критерии менять нельзя.");
        _criteria.Clear();
        _criteria.AddRange(criteria.Select((c, i) => new SelectionCriterion(this, i + 1, c)));
        return Criteria;
    }

    /// <summary>Says who judges. Who has given marks stays.</summary>
    /// <param name="people">Ids of people.</param>
    /// <param name="judged">Ids of those who have given marks.</param>
    /// <returns>Those who are new, for the database.</returns>
    /// <exception cref="BrokenRule"><c>marks-closed</c>, <c>expert-marked</c></exception>
    public IReadOnlyList<SelectionExpert> Appoint(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> judged)
    {
        if (MarksClosedAt is not null)
            throw new BrokenRule("marks-closed", "Приём оценок закрыт: состав экспертов больше не меняют.");
        if (judged.Except(people).Any())
            throw new BrokenRule("expert-marked", "Один из исключаемых экспертов уже поставил оценки: он остаётся в составе.");
        _experts.RemoveAll(e => !people.Contains(e.PersonId));
        List<SelectionExpert> fresh =
        [
            .. people.Distinct().Where(id => !_experts.Exists(e => e.PersonId == id)).Select(id => new SelectionExpert(this, id)),
        ];
        _experts.AddRange(fresh);
        return fresh;
    }

    /// <summary>Closes the marks; from now on all may be read.</summary>
    /// <exception cref="BrokenRule"><c>marks-closed</c>, <c>window-open</c></exception>
    public void CloseMarks(DateTime at, DateOnly today)
    {
        if (MarksClosedAt is not null)
            throw new BrokenRule("marks-closed", "Приём оценок уже закрыт.");
        if (ClosesOn >= today)
            throw new BrokenRule("window-open", $"Заявки принимаются по {ClosesOn:dd.MM.yyyy}: закрыть оценки можно после этого дня.");
        MarksClosedAt = at;
    }

    /// <summary>Takes marks again, as long as nothing is decided.</summary>
    /// <exception cref="BrokenRule"><c>marks-open</c>, <c>selection-decided</c></exception>
    public void ReopenMarks()
    {
        if (MarksClosedAt is null)
            throw new BrokenRule("marks-open", "Оценки и так принимаются.");
        if (DecidedOn is not null)
            throw new BrokenRule("selection-decided", "Победители уже выбраны: оценки больше не меняют.");
        MarksClosedAt = null;
    }

    /// <summary>Says that the winners are chosen, and why.</summary>
    /// <exception cref="BrokenRule"><c>marks-open</c></exception>
    public void Decide(string decision, DateOnly today)
    {
        if (MarksClosedAt is null)
            throw new BrokenRule("marks-open", "Сначала закройте приём оценок: до этого победителей не выбирают.");
        (DecidedOn, Decision) = (today, decision);
    }

    /// <summary>Demands that marks are taken on this day.</summary>
    /// <exception cref="BrokenRule"><c>window-open</c>, <c>marks-closed</c></exception>
    public void MustTakeMarks(DateOnly today)
    {
        if (MarksClosedAt is not null)
            throw new BrokenRule("marks-closed", "Приём оценок закрыт.");
        if (ClosesOn >= today)
            throw new BrokenRule("window-open", $"Заявки принимаются по {ClosesOn:dd.MM.yyyy}: оценки ставят после этого дня.");
    }

    /// <summary>Demands that applications are taken on this day.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c></exception>
    public void MustTakeApplications(DateOnly today)
    {
        if (StateOn(today, OpensOn, ClosesOn, MarksClosedAt, DecidedOn) != SelectionState.Accepting)
            throw new BrokenRule("window-closed", $"Заявки принимаются с {OpensOn:dd.MM.yyyy} по {ClosesOn:dd.MM.yyyy}.");
    }

    /// <summary>Where a selection stands on a day.</summary>
    public static SelectionState StateOn(DateOnly day, DateOnly opensOn, DateOnly closesOn, DateTime? marksClosedAt, DateOnly? decidedOn) =>
        decidedOn is not null ? SelectionState.Decided
        : marksClosedAt is not null ? SelectionState.Marked
        : opensOn > day ? SelectionState.Upcoming
        : closesOn >= day ? SelectionState.Accepting
        : SelectionState.Marking;
}
