using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Partnerships;

namespace Opora.Persistence.Partnerships;

/// <summary>Which agreements hold on a day; the same rule as <see cref="Partnership.StateOn"/>.</summary>
public static class AgreementsInForce
{
    /// <summary>Agreements in force on a day, ending soon or not.</summary>
    public static Expression<Func<Partnership, bool>> On(DateOnly day) =>
        p => !(p.TerminatedOn <= day) && p.SignedOn != null && (p.StartsOn ?? p.SignedOn) <= day && (p.EndsOn == null || p.EndsOn >= day);

    /// <summary>How many supported schools each of these schools helps on a day, wherever they are; those that help none are absent.</summary>
    public static Task<Dictionary<Guid, int>> SchoolsHelped(
        this AppDbContext db,
        Guid[] partners,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var terms = db.ToldTerms.Where(p =>
            !(p.TerminatedOn <= day) && p.SignedOn != null && (p.StartsOn ?? p.SignedOn) <= day && (p.EndsOn == null || p.EndsOn >= day)
        );
        return db
            .PartnershipParties.Where(p => p.Role == PartyRole.Partner && p.SchoolId != null && partners.Contains(p.SchoolId.Value))
            .Join(terms, p => p.PartnershipId, t => t.Id, (p, t) => p)
            .Join(
                db.PartnershipParties.Where(s => s.Role == PartyRole.Supported),
                p => p.PartnershipId,
                s => s.PartnershipId,
                (p, s) => new { Partner = p.SchoolId!.Value, Helped = s.SchoolId }
            )
            .Distinct()
            .GroupBy(x => x.Partner)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }
}
