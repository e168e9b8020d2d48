using Opora.Domain.Places;

namespace Opora.Domain.Support;

/// <summary>Whom a consultation was for.</summary>
public enum ConsultationAudience
{
    /// <summary>Teachers.</summary>
    Teachers,

    /// <summary>Parents.</summary>
    Parents,

    /// <summary>The school: its head and deputies.</summary>
    School,
}

/// <summary>What is known of a consultation.</summary>
/// <param name="On">The day; not ahead.</param>
/// <param name="Audience">Whom it was for.</param>
/// <param name="People">How many.</param>
/// <param name="Theme">What about.</param>
/// <param name="OrganisationId">Who consulted; null when it is not told.</param>
public sealed record ConsultationFacts(DateOnly On, ConsultationAudience Audience, int People, string Theme, Guid? OrganisationId);

/// <summary>A consultation to people of a school. People stand here as a count only.</summary>
public sealed class Consultation : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest theme.</summary>
    public const int ThemeLength = 500;

    /// <summary>Most people that one consultation is believed to have reached.</summary>
    public const int MostPeople = 2_000;

    private Consultation() { }

    /// <summary>Writes a consultation down.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c></exception>
    public Consultation(School school, ConsultationFacts facts, DateOnly today)
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

    /// <summary>Whom it was for.</summary>
    public ConsultationAudience Audience { get; private set; }

    /// <summary>How many people.</summary>
    public int People { get; private set; }

    /// <summary>What about.</summary>
    public string Theme { get; private set; } = "";

    /// <summary>Who consulted.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Theme)];

    /// <summary>Corrects it.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c></exception>
    public void Revise(ConsultationFacts facts, DateOnly today)
    {
        if (facts.On > today)
            throw new BrokenRule("date-in-future", "День консультации ещё не наступил.");
        (On, Audience, People, Theme, OrganisationId) = facts;
    }
}
