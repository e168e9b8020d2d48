namespace Opora.Domain.Results;

/// <summary>
/// Disclosure of figures over few pupils. Those whose scope holds the school see them, marked as small; the public and third
/// parties do not. Source: rule 7 of the domain description.
/// </summary>
public static class SmallGroups
{
    /// <summary>The least number of pupils whose figures may go outward.</summary>
    public const int LeastOpen = 5;

    /// <summary>The least number of schools whose common mean may be shown to somebody who knows one of them.</summary>
    public const int LeastSchools = 3;

    /// <summary>Whether the common figure of a place may be shown to somebody who does not reach the place as a whole.</summary>
    public static bool MayBeCompared(long participants, int schools) => participants >= LeastOpen && schools >= LeastSchools;

    /// <summary>Whether a figure over so many pupils is small; of an unknown number it cannot be said.</summary>
    public static bool IsSmall(long? participants) => participants is < LeastOpen;

    /// <summary>Whether a single school's figures over so many pupils may go outward; an unknown number may be a small one.</summary>
    public static bool MayGoOutward(long? participants) => participants is >= LeastOpen;
}
