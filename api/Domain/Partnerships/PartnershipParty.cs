using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>Which side of an agreement somebody is.</summary>
public enum PartyRole
{
    /// <summary>A school that is helped.</summary>
    Supported,

    /// <summary>Who helps.</summary>
    Partner,
}

/// <summary>Somebody who takes part in an agreement: a school, or an organisation as a partner.</summary>
/// <param name="Role">Which side.</param>
/// <param name="RegionCode">Region of the school or organisation.</param>
/// <param name="MunicipalityCode">Its municipality; null for an organisation of the whole region.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="OrganisationId">The organisation.</param>
public sealed record PartySide(PartyRole Role, string RegionCode, string? MunicipalityCode, Guid? SchoolId, Guid? OrganisationId);

/// <summary>A side of an agreement. Follows its school when it moves.</summary>
public sealed class PartnershipParty : IParty
{
    private PartnershipParty() { }

    internal PartnershipParty(Partnership partnership, PartySide side)
    {
        PartnershipId = partnership.Id;
        (Role, RegionCode, MunicipalityCode, SchoolId, OrganisationId) = side;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The agreement.</summary>
    public Guid PartnershipId { get; private set; }

    /// <summary>Which side.</summary>
    public PartyRole Role { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>The organisation, when it is no school.</summary>
    public Guid? OrganisationId { get; private set; }

    internal bool Is(PartySide side) => Role == side.Role && SchoolId == side.SchoolId && OrganisationId == side.OrganisationId;
}
