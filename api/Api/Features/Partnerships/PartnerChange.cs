using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>What all changes of a partner have in common.</summary>
internal static class PartnerChange
{
    /// <summary>The partner to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Partner> PartnerToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (partner is null || !db.Current.Scope.Reaches(partner))
            throw Problems.NotFound("Школа-партнёр");
        db.Expect(partner, seen.Version);
        return partner;
    }
}
