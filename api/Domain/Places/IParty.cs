namespace Opora.Domain.Places;

/// <summary>
/// A row that names a further place of a shared thing: a part-timer's second school. It belongs to the thing and is read through it;
/// when its school moves, it moves along.
/// </summary>
public interface IParty
{
    /// <summary>Region of the place.</summary>
    string RegionCode { get; }

    /// <summary>Municipality of the place.</summary>
    string MunicipalityCode { get; }

    /// <summary>The school.</summary>
    Guid SchoolId { get; }
}
