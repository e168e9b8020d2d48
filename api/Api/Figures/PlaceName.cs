namespace Opora.Api.Figures;

/// <summary>A region or municipality by code and name.</summary>
/// <param name="Code">ISO 3166-2 code of the region or ОКТМО code of the municipality.</param>
/// <param name="Name">Russian name.</param>
public sealed record PlaceName(string Code, string Name);
