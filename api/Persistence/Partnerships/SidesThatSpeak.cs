using Opora.Domain.Places;

namespace Opora.Persistence.Partnerships;

/// <summary>Saves what a side says of itself in a row that another side owns.</summary>
public static class SidesThatSpeak
{
    /// <summary>The caller has made sure that who acts is a side of the row; the history keeps who it was.</summary>
    public static async Task SaveOfOneSide(this AppDbContext db, IPlaced row, CancellationToken cancellationToken)
    {
        using var whole = db.Current.Reaching(row.RegionCode);
        await db.SaveChangesAsync(cancellationToken);
    }
}
