using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;

namespace Opora.Persistence.Training;

/// <summary>
/// Totals of events and associations, counted by the database on their rows: a school adds its people to an event that others own and
/// sees only the sum. Everything here is called within the write transaction.
/// </summary>
public static class Turnouts
{
    /// <summary>The event as it is now, kept from everybody else until the transaction ends; null when there is none in reach.</summary>
    public static async Task<Event?> HoldEvent(this AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var held = await db
            .Events.Where(e => e.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(e => e.NamedCount, e => e.NamedCount), cancellationToken);
        return held == 0 ? null : await db.Events.SingleAsync(e => e.Id == id, cancellationToken);
    }

    /// <summary>Adds to the totals of an event.</summary>
    public static Task<int> CountTurnout(
        this AppDbContext db,
        Guid eventId,
        (int Named, int Unnamed, int Schools) more,
        CancellationToken cancellationToken
    ) =>
        db
            .Events.Where(e => e.Id == eventId)
            .ExecuteUpdateAsync(
                u =>
                    u.SetProperty(e => e.NamedCount, e => e.NamedCount + more.Named)
                        .SetProperty(e => e.UnnamedCount, e => e.UnnamedCount + more.Unnamed)
                        .SetProperty(e => e.SchoolCount, e => e.SchoolCount + more.Schools),
                cancellationToken
            );

    /// <summary>The association as it is now, kept from everybody else until the transaction ends; null when there is none in reach.</summary>
    public static async Task<Association?> HoldAssociation(this AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var held = await db
            .Associations.Where(a => a.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.MemberCount, a => a.MemberCount), cancellationToken);
        return held == 0 ? null : await db.Associations.SingleAsync(a => a.Id == id, cancellationToken);
    }

    /// <summary>Adds to the members of an association.</summary>
    public static Task<int> CountMembers(this AppDbContext db, Guid associationId, int more, CancellationToken cancellationToken) =>
        db
            .Associations.Where(a => a.Id == associationId)
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.MemberCount, a => a.MemberCount + more), cancellationToken);

    /// <summary>Lets memberships follow a teacher to the main school of today; to be called in the transaction that moves the teacher.</summary>
    public static Task<int> PlaceMembershipsOf(this AppDbContext db, Teacher teacher, CancellationToken cancellationToken)
    {
        var (school, municipality) = (teacher.SchoolId, teacher.MunicipalityCode);
        return db
            .AssociationMembers.Where(m => m.TeacherId == teacher.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(m => m.SchoolId, school).SetProperty(m => m.MunicipalityCode, municipality),
                cancellationToken
            );
    }
}
