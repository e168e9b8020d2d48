namespace Opora.Domain.Places;

/// <summary>What is known of somebody who works at an organisation.</summary>
/// <param name="Name">Name.</param>
/// <param name="Position">Position.</param>
/// <param name="Functions">What the person does at an education centre.</param>
/// <param name="Contact">Work telephone or e-mail.</param>
public sealed record StaffFacts(string Name, string Position, IReadOnlyList<CentreFunction> Functions, string? Contact);

/// <summary>Somebody who works at an organisation on the programme. Personal data: stands in this row only and goes with it.</summary>
public sealed class StaffMember : IPlaced, IOffered, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest position.</summary>
    public const int PositionLength = 200;

    /// <summary>Longest contact.</summary>
    public const int ContactLength = 200;

    private StaffMember() { }

    internal StaffMember(Organisation organisation, StaffFacts facts)
    {
        OrganisationId = organisation.Id;
        RegionCode = organisation.RegionCode;
        MunicipalityCode = organisation.MunicipalityCode;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Where the person works.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Position.</summary>
    public string Position { get; private set; } = "";

    /// <summary>What the person does at an education centre.</summary>
    public IReadOnlyList<CentreFunction> Functions { get; private set; } = [];

    /// <summary>Work telephone or e-mail.</summary>
    public string? Contact { get; private set; }

    object IHistoried.HistoryKey => OrganisationId;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Name), nameof(Contact)];

    /// <summary>Corrects what is known.</summary>
    public void Revise(StaffFacts facts) =>
        (Name, Position, Functions, Contact) = (facts.Name, facts.Position, [.. facts.Functions.Distinct().Order()], facts.Contact);
}
