using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>Which side of a pairing somebody is.</summary>
public enum MentoringRole
{
    /// <summary>Who is helped: a teacher, or a school as such.</summary>
    Supported,

    /// <summary>Who helps.</summary>
    Mentor,
}

/// <summary>Somebody who takes part in a pairing: a school, a teacher of it, or an organisation and somebody on its staff.</summary>
/// <param name="Role">Which side.</param>
/// <param name="RegionCode">Region of the school or organisation.</param>
/// <param name="MunicipalityCode">Its municipality; null for an organisation of the whole region.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="TeacherId">The teacher, by whose main school of that time the side stands.</param>
/// <param name="StaffMemberId">Who it is of the organisation's staff.</param>
public sealed record MentoringSide(
    MentoringRole Role,
    string RegionCode,
    string? MunicipalityCode,
    Guid? SchoolId = null,
    Guid? OrganisationId = null,
    Guid? TeacherId = null,
    Guid? StaffMemberId = null
);

/// <summary>A side of a pairing. Follows its school when that moves; a teacher who changes schools stays with the one that agreed to it.</summary>
public sealed class MentoringParty : IParty
{
    private MentoringParty() { }

    internal MentoringParty(Mentoring mentoring, MentoringSide side)
    {
        MentoringId = mentoring.Id;
        (Role, RegionCode, MunicipalityCode, SchoolId, OrganisationId, TeacherId, StaffMemberId) = side;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The pairing.</summary>
    public Guid MentoringId { get; private set; }

    /// <summary>Which side.</summary>
    public MentoringRole Role { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>The organisation, when it is no school.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The teacher; the name stands in the row of the teacher only.</summary>
    public Guid? TeacherId { get; private set; }

    /// <summary>Who it is of the organisation's staff; the row with the name goes when the person leaves.</summary>
    public Guid? StaffMemberId { get; private set; }

    internal bool Is(MentoringSide side) =>
        Role == side.Role
        && SchoolId == side.SchoolId
        && OrganisationId == side.OrganisationId
        && TeacherId == side.TeacherId
        && StaffMemberId == side.StaffMemberId;
}
