using System.Linq.Expressions;
using Opora.Domain.Access;

namespace Opora.Persistence.Identity;

/// <summary>The people and programs within a caller's scope, as lists and the numbers of the first page count them alike.</summary>
public static class ReachedAccess
{
    /// <summary>The grants within the caller's scope, those of the past too.</summary>
    public static IQueryable<Grant> ReachedGrants(this AppDbContext db)
    {
        var regions = db.Current.Scope.Regions;
        return db.Grants.Where(g =>
            regions.Contains(g.RegionCode) || g.Role == Role.School && g.SchoolId != null && db.Schools.Any(s => s.Id == g.SchoolId)
        );
    }

    /// <summary>The people within the caller's scope.</summary>
    public static IQueryable<Person> ReachedPeople(this AppDbContext db)
    {
        var grants = db.ReachedGrants();
        return db.Users.Where(p => grants.Any(g => g.HolderId == p.Id));
    }

    /// <summary>Those who were invited, have never come in, and whom no link lets in any more.</summary>
    public static Expression<Func<Person, bool>> InvitationLapsed(AppDbContext db, DateTime now) =>
        p =>
            p.BlockedAt == null
            && p.PasswordHash == null
            && p.LastSignInAt == null
            && !db.SignInLinks.Any(l => l.PersonId == p.Id && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now);

    /// <summary>The programs whose keys are taken at this UTC instant.</summary>
    public static IQueryable<MachineClient> Active(this IQueryable<MachineClient> clients, DateTime now) =>
        clients.Where(c => c.RevokedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now));
}
