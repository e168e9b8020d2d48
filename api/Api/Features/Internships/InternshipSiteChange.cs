using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>What all changes of a place for internships have in common.</summary>
internal static class InternshipSiteChange
{
    /// <summary>The place to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<InternshipSite> SiteToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var site = await db.InternshipSites.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (site is null || !db.Current.Scope.Reaches(site))
            throw Problems.NotFound("Площадка");
        db.Expect(site, seen.Version);
        return site;
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<InternshipSiteDetails>> Saved(
        this AppDbContext db,
        InternshipSite site,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await InternshipSiteDetails.Read(db, site.Id, caller, cancellationToken);
    }
}
