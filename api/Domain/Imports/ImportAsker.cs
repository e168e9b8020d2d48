using Opora.Domain.Places;

namespace Opora.Domain.Imports;

/// <summary>Who asked for an import and what they reach for this kind; the job acts as them and nowhere else.</summary>
/// <param name="Actor">The person, client or product.</param>
/// <param name="Scope">The places at which they may write what the file holds.</param>
public sealed record ImportAsker(Actor Actor, Scope Scope)
{
    /// <summary>The region that the import belongs to: the first reached as a whole, else the one around the first smaller place.</summary>
    public string RegionCode => Scope.Regions.Count > 0 ? Scope.Regions[0] : Scope.VisibleRegions[0];

    /// <summary>The municipality that it belongs to when no whole region is reached.</summary>
    public string? MunicipalityCode => Scope.Regions.Count == 0 && Scope.Municipalities.Count > 0 ? Scope.Municipalities[0] : null;
}
