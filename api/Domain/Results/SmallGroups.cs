using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>
/// Disclosure of figures over few pupils. Those whose scope holds the school see them, marked as small; the public and third
/// parties do not. Source: rule 7 of the domain description.
/// </summary>
/// <param name="LeastPupils">The least number of pupils whose figures may go outward.</param>
/// <param name="LeastSchools">The least number of schools whose common mean may be shown to somebody who knows one of them.</param>
public readonly record struct SmallGroups(int LeastPupils, int LeastSchools)
{
    /// <summary>The thresholds of a region that has set none.</summary>
    public static readonly SmallGroups Standard = new(Region.FewestPupils, Region.FewestSchools);

    /// <summary>The thresholds that a region has set.</summary>
    public static SmallGroups Of(Region region) => new(region.LeastPupils, region.LeastSchools);

    /// <summary>Whether the common figure of a place may be shown to somebody who does not reach the place as a whole.</summary>
    public bool MayBeCompared(long participants, int schools) => participants >= LeastPupils && schools >= LeastSchools;

    /// <summary>Whether a figure over so many pupils is small; of an unknown number it cannot be said.</summary>
    public bool IsSmall(long? participants) => participants < LeastPupils;

    /// <summary>Whether a single school's figures over so many pupils may go outward; an unknown number may be a small one.</summary>
    public bool MayGoOutward(long? participants) => participants >= LeastPupils;
}
