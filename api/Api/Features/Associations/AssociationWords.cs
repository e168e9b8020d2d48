using Opora.Domain.Training;

namespace Opora.Api.Features.Associations;

/// <summary>What files say of associations in Russian.</summary>
internal static class AssociationWords
{
    public static string Of(AssociationLevel level) =>
        level switch
        {
            AssociationLevel.School => "школьное",
            AssociationLevel.Municipal => "муниципальное",
            AssociationLevel.Network => "сетевое",
            _ => "региональное",
        };
}
