namespace Opora.Domain.Places;

/// <summary>A place by itself: a region, a municipality of it or a school.</summary>
/// <param name="RegionCode">ISO 3166-2 code.</param>
/// <param name="MunicipalityCode">ОКТМО code, null for a whole region.</param>
/// <param name="SchoolId">Id of the school, null for anything larger.</param>
public sealed record Place(string RegionCode, string? MunicipalityCode, Guid? SchoolId) : IPlaced;
