namespace Opora.Domain.Places;

/// <summary>
/// A row that names a place of a shared thing: a side of an agreement, a part-timer's second school. It belongs to the thing and is
/// read through it; when its school moves, it moves along.
/// </summary>
public interface IParty
{
    /// <summary>Region of the place.</summary>
    string RegionCode { get; }

    /// <summary>Municipality of the place; null where it is the whole region.</summary>
    string? MunicipalityCode { get; }

    /// <summary>The school; null where it is none.</summary>
    Guid? SchoolId { get; }
}
