namespace Opora.Domain.Places;

/// <summary>
/// A row that everybody who reaches any place of its region may read (a dictionary, a list of municipalities, a regional mean that
/// has passed disclosure control), and that only callers who reach the whole region may write.
/// </summary>
public interface IOffered
{
    /// <summary>Code of the region that offers the row, ISO 3166-2 (<c>RU-TA</c>).</summary>
    string RegionCode { get; }
}
