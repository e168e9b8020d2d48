using Microsoft.EntityFrameworkCore;
using Opora.Domain.Partnerships;

namespace Opora.Persistence.Partnerships;

/// <summary>
/// Places at a site, day by day. Everything here is called within the write transaction: whoever has touched the row of the site first is
/// through with it before the next one looks, so that two who click at once never get the same place.
/// </summary>
public static class SitePlaces
{
    /// <summary>The site as it is now, kept from everybody else until the transaction ends; null when there is none in reach.</summary>
    public static async Task<InternshipSite?> HoldSite(this AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var held = await db
            .InternshipSites.Where(s => s.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.Capacity, s => s.Capacity), cancellationToken);
        return held == 0 ? null : await db.InternshipSites.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
    }

    /// <summary>How many places are free on every day of a span; below zero where more are promised than there are.</summary>
    /// <param name="db">The database.</param>
    /// <param name="site">The site, held.</param>
    /// <param name="days">The span.</param>
    /// <param name="except">An internship that asks for other days; it does not stand in its own way.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<int> FreePlaces(
        this AppDbContext db,
        InternshipSite site,
        Stay days,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = days;
        var stays = await db
            .ToldStays.Where(s => s.SiteId == site.Id && s.StartsOn <= to && s.EndsOn >= from && s.Id != except)
            .Where(s => s.Result == null || s.Result != InternshipResult.Cancelled)
            .Select(s => new Stay(s.StartsOn, s.EndsOn))
            .ToListAsync(cancellationToken);
        return site.Capacity - Stay.Peak(stays, days);
    }
}
