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

    /// <summary>First day, null when it holds from the start.</summary>
    public DateOnly? FromOn { get; private set; }

    /// <summary>Last day, null when no end is set.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>The person who gave it; null when the product itself did.</summary>
    public Guid? GrantedById { get; private set; }

    /// <summary>The person whose rights these are, lent while that person is away; null when they are the holder's own.</summary>
    public Guid? DelegatedById { get; private set; }

    /// <summary>UTC instant from which it no longer holds, whatever its days say.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether it holds on a day of its region.</summary>
    public bool HoldsOn(DateOnly day) => IsAliveOn(day) && !(FromOn > day);

    /// <summary>Whether it holds on a day or will hold later.</summary>
    public bool IsAliveOn(DateOnly day) => RevokedAt is null && !(ToOn < day);

    /// <summary>Whether this is the same role at the same place.</summary>
    public bool IsLike(Grant other) =>
        Role == other.Role
        && string.Equals(RegionCode, other.RegionCode, StringComparison.Ordinal)
        && string.Equals(MunicipalityCode, other.MunicipalityCode, StringComparison.Ordinal)
        && SchoolId == other.SchoolId;

    /// <summary>Says who gave it and for which days, both inclusive.</summary>
    /// <exception cref="BrokenRule">The days are the wrong way round.</exception>
    public Grant GivenBy(Guid personId, DateOnly? fromOn = null, DateOnly? toOn = null)
    {
        if (toOn < fromOn)
            throw new BrokenRule("days-reversed", "Последний день раньше первого. Проверьте даты.");
        (GrantedById, FromOn, ToOn) = (personId, fromOn, toOn);
        return this;
    }

    /// <summary>The same rights for somebody else while the holder is away; they end no later than the holder's own.</summary>
    /// <exception cref="BrokenRule">These rights are borrowed themselves, or the days are wrong.</exception>
    public Grant Lend(Guid toPersonId, DateOnly fromOn, DateOnly toOn)
    {
        if (DelegatedById is not null)
            throw new BrokenRule("lent-already", "Чужие права, переданные вам на время, передать дальше нельзя.");
        var last = ToOn < toOn ? ToOn.Value : toOn;
        var lent = new Grant(toPersonId, Role, RegionCode, MunicipalityCode, SchoolId).GivenBy(HolderId, fromOn, last);
        lent.DelegatedById = HolderId;
        return lent;
    }

    /// <summary>Takes it back from now on.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;

    /// <summary>The role over a whole region.</summary>
    public static Grant InRegion(Guid holderId, Role role, string regionCode) => new(holderId, role, regionCode, null, null);

    /// <summary>The role over a whole municipality.</summary>
    public static Grant InMunicipality(Guid holderId, Role role, Municipality municipality) =>
        new(holderId, role, municipality.RegionCode, municipality.Code, null);

    /// <summary>The role over one school, wherever it moves.</summary>
    public static Grant InSchool(Guid holderId, Role role, School school) => new(holderId, role, school.RegionCode, null, school.Id);
}
