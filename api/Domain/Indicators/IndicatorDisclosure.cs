using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>
/// Which values of a school are over few pupils. Only shares tell over how many they are. Source: rule 7 of the domain description.
/// </summary>
public static class IndicatorDisclosure
{
    /// <summary>Whether it is known to be over too few pupils: marked for those who see it.</summary>
    public static bool IsSmall(this SmallGroups limits, IndicatorUnit unit, Measure value) =>
        unit == IndicatorUnit.Share && limits.IsSmall(value.Denominator);

    /// <summary>Whether it may be told to third parties; a share whose base is unknown may be a small one.</summary>
    public static bool MayGoOutward(this SmallGroups limits, IndicatorUnit unit, Measure value) =>
        unit != IndicatorUnit.Share || limits.MayGoOutward(value.Denominator);
}
