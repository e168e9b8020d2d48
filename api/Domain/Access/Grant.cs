using Opora.Domain.Places;

namespace Opora.Domain.Access;

/// <summary>
/// Somebody holds a role at a place: a whole region, a whole municipality or one school. A grant is a row that can be revoked at
/// once; several add up.
/// </summary>
public sealed class Grant
{
    private Grant() { }

    private Grant(Guid holderId, Role role, string regionCode, string? municipalityCode, Guid? schoolId)
    {
        HolderId = holderId;
        Role = role;
        RegionCode = regionCode;
        MunicipalityCode = municipalityCode;
        SchoolId = schoolId;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The person or machine client that holds it.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>The region the place lies in.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>The municipality, when the place is one; null for a whole region and for a single school.</summary>
    public string? MunicipalityCode { get; private set; }

    /// <summary>The school, when the place is one.</summary>
    public Guid? SchoolId { get; private set; }

    /// <summary>The role over a whole region.</summary>
    public static Grant InRegion(Guid holderId, Role role, string regionCode) => new(holderId, role, regionCode, null, null);

    /// <summary>The role over a whole municipality.</summary>
    public static Grant InMunicipality(Guid holderId, Role role, Municipality municipality) =>
        new(holderId, role, municipality.RegionCode, municipality.Code, null);

    /// <summary>The role over one school, wherever it moves.</summary>
    public static Grant InSchool(Guid holderId, Role role, School school) => new(holderId, role, school.RegionCode, null, school.Id);
}
