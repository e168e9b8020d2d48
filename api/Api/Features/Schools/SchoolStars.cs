using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Stars of whoever calls. A star says nothing about its school: that is always read in the caller's scope.</summary>
internal static class SchoolStars
{
    /// <summary>The caller's stars; a program has none.</summary>
    public static IQueryable<StarredSchool> OwnStars(this AppDbContext db)
    {
        var me = db.Current.Actor is { Kind: ActorKind.Person, Id: { } id } ? id : Guid.Empty;
        return db.StarredSchools.Where(s => s.PersonId == me);
    }

    /// <summary>Which of these the caller has starred.</summary>
    public static async Task<HashSet<Guid>> StarsAmong(
        this AppDbContext db,
        IReadOnlyList<Guid> schools,
        CancellationToken cancellationToken
    ) =>
        schools.Count == 0 || db.Current.Actor.Kind != ActorKind.Person
            ? []
            : [.. await db.OwnStars().Where(s => schools.Contains(s.SchoolId)).Select(s => s.SchoolId).ToListAsync(cancellationToken)];

    /// <summary>Demands that the caller sees the school.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustSee(this AppDbContext db, Guid school, CancellationToken cancellationToken)
    {
        if (!await db.Schools.AnyAsync(s => s.Id == school, cancellationToken))
            throw Problems.NotFound("Школа");
    }
}
