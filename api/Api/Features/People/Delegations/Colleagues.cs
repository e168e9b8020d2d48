using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Rights lent to or by somebody.</summary>
/// <param name="Person">The other person.</param>
/// <param name="Roles">The roles lent.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="HoldsNow">Whether they hold today.</param>
public sealed record Delegation(PersonName Person, IReadOnlyList<Role> Roles, DateOnly FromOn, DateOnly ToOn, bool HoldsNow);

/// <summary>To whom own rights can be lent: operators and coordinators of the same region, and people whom the caller manages anyway.</summary>
internal static class Colleagues
{
    public static IQueryable<Person> Of(AppDbContext db, Guid me)
    {
        var regions = db.Current.Scope.VisibleRegions;
        var reached = db.ReachedGrants();
        return db.Users.Where(p =>
            p.Id != me
            && p.BlockedAt == null
            && (
                db.Grants.Any(g =>
                    g.HolderId == p.Id
                    && g.RevokedAt == null
                    && g.DelegatedById == null
                    && regions.Contains(g.RegionCode)
                    && (g.Role == Role.Operator || g.Role == Role.Coordinator)
                ) || reached.Any(g => g.HolderId == p.Id && g.RevokedAt == null)
            )
        );
    }
}
