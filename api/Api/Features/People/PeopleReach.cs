using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>
/// Which people a caller reaches: everybody with a role in a region that is reached as a whole, and people of the schools that are
/// reached. Of people who hold more, a coordinator sees only the school's part, and may not touch what belongs to the whole person.
/// </summary>
internal static class PeopleReach
{
    /// <summary>The person to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Person> PersonToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var person = await db.ReachedPeople().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw NotFound();
        db.Expect(person, seen.Version);
        return person;
    }

    /// <summary>
    /// The person to change as a whole: name, password, access at all. Refused when the person holds more than the caller reaches, or a
    /// coordinator could take over an operator's account.
    /// </summary>
    /// <exception cref="Problem">404, 409</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Person> WholePersonToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var person = await db.PersonToChange(id, seen, cancellationToken);
        if (await db.HoldsBeyond(id, await db.Today(cancellationToken), cancellationToken))
            throw Problems.RuleBroken(
                "person-beyond",
                "У этого человека есть права и за пределами вашей зоны. Обратитесь к региональному оператору."
            );
        return person;
    }

    /// <summary>Whether the person holds anything that the caller does not reach.</summary>
    public static Task<bool> HoldsBeyond(this AppDbContext db, Guid personId, DateOnly today, CancellationToken cancellationToken)
    {
        var reached = db.ReachedGrants();
        return db.Grants.AnyAsync(
            g => g.HolderId == personId && g.RevokedAt == null && (g.ToOn == null || g.ToOn >= today) && !reached.Any(r => r.Id == g.Id),
            cancellationToken
        );
    }

    /// <summary>Where the history puts what is done to the person: the place of a role that the caller reaches.</summary>
    public static async Task<Place> PlaceOf(this AppDbContext db, Guid personId, CancellationToken cancellationToken)
    {
        var place = await db.ReachedGrants()
            .Where(g => g.HolderId == personId)
            .OrderBy(g => g.RevokedAt != null)
            .ThenBy(g => g.Id)
            .Select(g => new
            {
                g.RegionCode,
                Municipality = g.MunicipalityCode
                    ?? db.Schools.Where(s => s.Id == g.SchoolId).Select(s => s.MunicipalityCode).FirstOrDefault(),
                g.SchoolId,
            })
            .FirstAsync(cancellationToken);
        return new Place(place.RegionCode, place.Municipality, place.SchoolId);
    }

    /// <summary>Writes into the history what was done to a person; ids and codes, never a name.</summary>
    public static void Note(this AppDbContext db, Guid personId, string action, IPlaced place, params FieldChange[] changes) =>
        db.Note(
            new ChangeNote(
                nameof(Person),
                personId.ToString(),
                action,
                new Place(place.RegionCode, place.MunicipalityCode, place.SchoolId),
                changes
            )
        );

    public static Problem NotFound() => Problems.NotFound("Человек");
}
