using Opora.Domain.Results;

namespace Opora.Api.Figures;

/// <summary>A share as its two integers; rounded only when shown.</summary>
/// <param name="Numerator">Schools that rose.</param>
/// <param name="Denominator">Schools it is taken of.</param>
public sealed record ShareDetails(long Numerator, long Denominator)
{
    /// <summary>Null when there is nothing to take a share of.</summary>
    internal static ShareDetails? Of(Ratio ratio) => ratio.IsKnown ? new ShareDetails(ratio.Numerator, ratio.Denominator) : null;
}
