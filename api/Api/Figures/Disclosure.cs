using Opora.Api.Auth;
using Opora.Domain.Results;

namespace Opora.Api.Figures;

/// <summary>What of small figures a caller may be told.</summary>
/// <param name="Outward">Whether figures leave for a third party, so that small ones are withheld.</param>
/// <param name="Small">Below how many figures are small.</param>
internal readonly record struct Disclosure(bool Outward, SmallGroups Small)
{
    /// <summary>The disclosure to this caller.</summary>
    public static Disclosure To(Caller caller) => new(caller.IsThirdParty, caller.SmallGroups);

    /// <summary>Whether figures over so many pupils, or an unknown number of them, are withheld.</summary>
    public bool Withholds(int? pupils) => Outward && !Small.MayGoOutward(pupils);
}
