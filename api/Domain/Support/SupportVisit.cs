using Opora.Domain.Places;

namespace Opora.Domain.Support;

/// <summary>What is known of a visit.</summary>
/// <param name="On">The day; not ahead.</param>
/// <param name="OrganisationId">Whose people came; null when it is not told.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Lessons">Lessons attended.</param>
/// <param name="Teachers">Teachers reached.</param>
/// <param name="Findings">What was found.</param>
public sealed record VisitFacts(DateOnly On, Guid? OrganisationId, string Purpose, int Lessons, int Teachers, string? Findings);

/// <summary>Методическая помощь, «методический десант»: a visit to a school with lessons attended and findings.</summary>
public sealed class SupportVisit : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest purpose.</summary>
    public const int PurposeLength = 500;

    /// <summary>Longest findings.</summary>
    public const int FindingsLength = 4_000;

    /// <summary>Most lessons that one visit is believed to have attended.</summary>
    public const int MostLessons = 200;

    /// <summary>Most teachers that one visit is believed to have reached.</summary>
    public const int MostTeachers = 500;

    private SupportVisit() { }

    /// <summary>Writes a visit down.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c></exception>
    public SupportVisit(School school, VisitFacts facts, DateOnly today)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (school.RegionCode, school.MunicipalityCode, school.Id);
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

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whose people came.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>What for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Lessons attended.</summary>
    public int Lessons { get; private set; }

    /// <summary>Teachers reached.</summary>
    public int Teachers { get; private set; }

    /// <summary>What was found.</summary>
    public string? Findings { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    // What was found at lessons speaks of teachers and children, whoever reads the history.
    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Purpose), nameof(Findings)];

    /// <summary>Corrects it.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c></exception>
    public void Revise(VisitFacts facts, DateOnly today)
    {
        if (facts.On > today)
            throw new BrokenRule("date-in-future", "День выезда ещё не наступил.");
        (On, OrganisationId, Purpose, Lessons, Teachers, Findings) = facts;
    }
}
