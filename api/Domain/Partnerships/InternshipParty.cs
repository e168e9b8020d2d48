using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>Which side of an internship somebody is.</summary>
public enum InternshipRole
{
    /// <summary>The school that sends its teacher.</summary>
    Sending,

    /// <summary>Who takes the teacher.</summary>
    Host,
}

/// <summary>A side of an internship. Follows its school when it moves.</summary>
public sealed class InternshipParty : IParty
{
    private InternshipParty() { }

    internal InternshipParty(Internship internship, InternshipRole role, IPlaced place, Guid? organisationId)
    {
        (InternshipId, Role, OrganisationId) = (internship.Id, role, organisationId);
        (RegionCode, MunicipalityCode, SchoolId) = (place.RegionCode, place.MunicipalityCode, place.SchoolId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The internship.</summary>
    public Guid InternshipId { get; private set; }

    /// <summary>Which side.</summary>
    public InternshipRole Role { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>The organisation, when the host is no school.</summary>
    public Guid? OrganisationId { get; private set; }
}
