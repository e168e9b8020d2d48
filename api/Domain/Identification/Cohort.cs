using Opora.Domain.Places;

namespace Opora.Domain.Identification;

/// <summary>What an order says of the list it approves.</summary>
/// <param name="Name">What people call the list.</param>
/// <param name="OrderNumber">Number of the order.</param>
/// <param name="OrderDate">Date of the order.</param>
public sealed record CohortFacts(string Name, string OrderNumber, DateOnly OrderDate);

/// <summary>The list of schools that a region supports in one programme year, with the order that approved it.</summary>
public sealed class Cohort : IVersioned, IOffered, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest number of an order.</summary>
    public const int OrderNumberLength = 60;

    private readonly List<CohortMember> _members = [];

    private Cohort() { }

    /// <summary>Opens the list of a programme year.</summary>
    public Cohort(string regionCode, Period period, CohortFacts facts)
    {
        RegionCode = regionCode;
        Period = period;
        ResultsYear = period.ResultsYear;
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The programme year: a calendar year or a school year.</summary>
    public Period Period { get; private set; }

    /// <summary>The calendar year whose exams the programme year holds; one list a region and year.</summary>
    public int ResultsYear { get; private set; }

    /// <summary>What people call the list.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number of the order.</summary>
    public string OrderNumber { get; private set; } = "";

    /// <summary>Date of the order.</summary>
    public DateOnly OrderDate { get; private set; }

    /// <summary>Agreements with partners that each school of the list must have; null when the programme does not say.</summary>
    public int? LeastPartnerships { get; private set; }

    /// <summary>How many of them must be with somebody outside the school's municipality.</summary>
    public int? LeastOutside { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The schools of the list, also those that have left it.</summary>
    public IReadOnlyList<CohortMember> Members => _members;

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what is said of the order.</summary>
    public void Revise(CohortFacts facts) => (Name, OrderNumber, OrderDate) = facts;

    /// <summary>Says how many agreements each school must have («не менее 2, один из них вне муниципалитета»).</summary>
    /// <exception cref="BrokenRule"><c>more-outside-than-all</c></exception>
    public void RequirePartnerships(int? least, int? leastOutside)
    {
        if (leastOutside > (least ?? 0))
            throw new BrokenRule("more-outside-than-all", "Договоров вне муниципалитета не может требоваться больше, чем всех договоров.");
        (LeastPartnerships, LeastOutside) = (least, leastOutside);
    }

    /// <summary>Puts a school on the list, or back on it after it had left. The members of this school must have been loaded.</summary>
    /// <exception cref="BrokenRule"><c>cohort-other-region</c>, <c>already-a-member</c>, <c>readmitted-before-exit</c></exception>
    public CohortMember Enter(School school, SupportCategory category, DateOnly on, string? reason)
    {
        if (!string.Equals(school.RegionCode, RegionCode, StringComparison.Ordinal))
            throw new BrokenRule("cohort-other-region", "В список можно включить только школу своего региона.");
        if (_members.Find(m => m.SchoolId == school.Id) is { } former)
        {
            if (former.LeftOn is null)
                throw new BrokenRule("already-a-member", $"«{school.Name}» уже в этом списке.");
            former.Readmit(category, on, reason);
            return former;
        }
        var member = new CohortMember(this, school, category, on, reason);
        _members.Add(member);
        return member;
    }

    /// <summary>
    /// Strikes out a school that was put on the list by mistake: it never was a school of the list, and counts no more. One that leaves
    /// support exits instead (<see cref="CohortMember.Leave"/>). The row of this school must have been loaded.
    /// </summary>
    public void Strike(CohortMember member) => _members.Remove(member);
}
