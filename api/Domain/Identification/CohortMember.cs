using Opora.Domain.Places;

namespace Opora.Domain.Identification;

/// <summary>
/// A school on a list. It counts as a school of the list also after it has left: a figure «of 71 schools» names the list as the
/// order approved it. One row a school and list: a school that comes back is readmitted on the same row.
/// </summary>
public sealed class CohortMember : IPlaced, IHistoried
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 500;

    private CohortMember() { }

    internal CohortMember(Cohort cohort, School school, SupportCategory category, DateOnly on, string? reason)
    {
        CohortId = cohort.Id;
        SchoolId = school.Id;
        RegionCode = school.RegionCode;
        MunicipalityCode = school.MunicipalityCode;
        Category = category;
        EnteredOn = on;
        EntryReason = reason;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The list.</summary>
    public Guid CohortId { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Where the school stands now; follows it when it moves.</summary>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    Guid? IPlaced.SchoolId => SchoolId;

    object IHistoried.HistoryKey => SchoolId;

    Guid? IHistoried.HistoryRoot => CohortId;

    /// <summary>Why it is supported.</summary>
    public SupportCategory Category { get; private set; }

    /// <summary>First day of support.</summary>
    public DateOnly EnteredOn { get; private set; }

    /// <summary>Why it was put on the list.</summary>
    public string? EntryReason { get; private set; }

    /// <summary>Last day of support.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Why it left.</summary>
    public string? ExitReason { get; private set; }

    /// <summary>Corrects category, entry and its reason.</summary>
    /// <exception cref="BrokenRule"><c>left-before-entry</c></exception>
    public void Revise(SupportCategory category, DateOnly enteredOn, string? reason)
    {
        if (LeftOn < enteredOn)
            throw new BrokenRule("left-before-entry", $"Дата включения позже даты выхода ({LeftOn:dd.MM.yyyy}).");
        (Category, EnteredOn, EntryReason) = (category, enteredOn, reason);
    }

    /// <summary>Supports the school again; the former exit stays in the history.</summary>
    internal void Readmit(SupportCategory category, DateOnly on, string? reason)
    {
        if (on < LeftOn)
            throw new BrokenRule("readmitted-before-exit", $"Дата включения раньше даты выхода ({LeftOn:dd.MM.yyyy}).");
        (Category, EnteredOn, EntryReason, LeftOn, ExitReason) = (category, on, reason, null, null);
    }

    /// <summary>Ends the support.</summary>
    /// <exception cref="BrokenRule"><c>already-left</c>, <c>left-before-entry</c></exception>
    public void Leave(DateOnly on, string reason)
    {
        if (LeftOn is not null)
            throw new BrokenRule("already-left", $"Школа уже выведена из списка {LeftOn:dd.MM.yyyy}.");
        if (on < EnteredOn)
            throw new BrokenRule("left-before-entry", $"Дата выхода раньше даты включения ({EnteredOn:dd.MM.yyyy}).");
        (LeftOn, ExitReason) = (on, reason);
    }
}
