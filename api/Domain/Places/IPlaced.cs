namespace Opora.Domain.Places;

/// <summary>A row that belongs somewhere; reading and writing are limited by these three columns.</summary>
public interface IPlaced
{
    string RegionCode { get; }
    string? MunicipalityCode { get; }
    Guid? SchoolId { get; }
}
