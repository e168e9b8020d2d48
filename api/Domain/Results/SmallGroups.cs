namespace Opora.Domain.Results;

/// <summary>
/// Disclosure of figures over few pupils. Those whose scope holds the school see them, marked as small; the public and third
/// parties do not. Source: rule 7 of the domain description.
/// </summary>
public static class SmallGroups
{
    /// <summary>The least number of pupils whose figures may go outward.</summary>
    public const int LeastOpen = 5;

    /// <summary>Whether a figure over so many pupils is small; of an unknown number it cannot be said.</summary>
    public static bool IsSmall(long? participants) => participants is < LeastOpen;
}
