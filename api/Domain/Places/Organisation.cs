namespace Opora.Domain.Places;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>Institute of education development: ИРО, ДПО, СОИРО.</summary>
    Institute,

    /// <summary>University or college.</summary>
    University,

    /// <summary>Ministry, department or municipal authority.</summary>
    Authority,

    /// <summary>Municipal education centre: МОЦ.</summary>
    EducationCentre,

    /// <summary>Enterprise.</summary>
    Enterprise,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What an education centre does for the schools of its municipality.</summary>
public enum CentreFunction
{
    /// <summary>Watches and analyses results.</summary>
    Analytical,

    /// <summary>Brings schools, partners and the region together.</summary>
    Coordinating,

    /// <summary>Helps teachers with methods.</summary>
    Methodical,

    /// <summary>Informs schools and the public.</summary>
    Informational,
}

/// <summary>What is known of an organisation.</summary>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in lists, null when the full one serves.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Functions">What an education centre does; empty for other kinds.</param>
/// <param name="Address">Postal address.</param>
/// <param name="Website">Site.</param>
public sealed record OrganisationFacts(
    string Name,
    string? ShortName,
    OrganisationKind Kind,
    IReadOnlyList<CentreFunction> Functions,
    string? Address,
    string? Website
);

/// <summary>
/// Anyone who is responsible, teaches or partners and is no school of the register. Everybody in the region may read it; it is written
/// by whoever answers for its municipality, or for the region when it belongs to none.
/// </summary>
public sealed class Organisation : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 300;

    /// <summary>Longest short name.</summary>
    public const int ShortNameLength = 60;

    /// <summary>Longest address or site.</summary>
    public const int AddressLength = 300;

    private readonly List<StaffMember> _staff = [];

    private Organisation() { }

    /// <summary>Registers an organisation of a municipality, or of the whole region (municipality null).</summary>
    /// <exception cref="BrokenRule"><c>functions-of-centres-only</c>, <c>centre-needs-municipality</c></exception>
    public Organisation(string regionCode, string? municipalityCode, OrganisationFacts facts)
    {
        RegionCode = regionCode;
        MunicipalityCode = municipalityCode;
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in lists.</summary>
    public string? ShortName { get; private set; }

    /// <summary>Both names, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>: what lists are sorted by.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What it is.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>What an education centre does, in the order of <see cref="CentreFunction"/>.</summary>
    public IReadOnlyList<CentreFunction> Functions { get; private set; } = [];

    /// <summary>Postal address.</summary>
    public string? Address { get; private set; }

    /// <summary>Site.</summary>
    public string? Website { get; private set; }

    /// <summary>The day on which it was closed, null while it works.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The people who work there on the programme.</summary>
    public IReadOnlyList<StaffMember> Staff => _staff;

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what is known.</summary>
    /// <exception cref="BrokenRule"><c>functions-of-centres-only</c>, <c>centre-needs-municipality</c></exception>
    public void Revise(OrganisationFacts facts)
    {
        if (facts.Kind != OrganisationKind.EducationCentre && facts.Functions.Count > 0)
            throw new BrokenRule("functions-of-centres-only", "Функции указывают только у муниципального образовательного центра.");
        if (facts.Kind == OrganisationKind.EducationCentre && MunicipalityCode is null)
            throw new BrokenRule(
                "centre-needs-municipality",
                "Муниципальный образовательный центр относится к муниципалитету: выберите его."
            );
        (Name, ShortName, Kind, Address, Website) = (facts.Name, facts.ShortName, facts.Kind, facts.Address, facts.Website);
        Functions = [.. facts.Functions.Distinct().Order()];
        SearchName = SearchText.Fold($"{Name} {ShortName}");
        SortName = SortText.Key(Name);
    }

    /// <summary>Says that it works no more. Its staff and everything that names it stay.</summary>
    /// <exception cref="BrokenRule"><c>already-closed</c></exception>
    public void Close(DateOnly on) => ClosedOn = ClosedOn is null ? on : throw new BrokenRule("already-closed", "Организация уже закрыта.");

    /// <summary>Takes the closing back.</summary>
    /// <exception cref="BrokenRule"><c>not-closed</c></exception>
    public void Reopen() => ClosedOn = ClosedOn is null ? throw new BrokenRule("not-closed", "Организация не закрыта.") : null;

    /// <summary>Adds somebody to the staff.</summary>
    public StaffMember Employ(StaffFacts facts)
    {
        var member = new StaffMember(this, facts);
        _staff.Add(member);
        return member;
    }

    /// <summary>Takes somebody off the staff: the row with the name goes, the history keeps that there was one.</summary>
    public void Dismiss(StaffMember member) => _staff.Remove(member);
}
