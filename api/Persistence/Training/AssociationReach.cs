using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;

namespace Opora.Persistence.Training;

/// <summary>How many teachers of a group associations reached.</summary>
/// <param name="Key">The school or the municipality.</param>
/// <param name="Staff">Teachers on the staff.</param>
/// <param name="Reached">Those of them who came to a meeting held in the period.</param>
/// <param name="Members">Those of them who were members on any day of the period.</param>
public sealed record ReachCount<TKey>(TKey Key, int Staff, int Reached, int Members);

/// <summary>
/// Teachers reached through associations of some levels, of teachers on the staff. Each counts once, at the main school of that day;
/// people without a name are in no share.
/// </summary>
public static class AssociationReach
{
    /// <summary>By school.</summary>
    public static Task<List<ReachCount<Guid>>> ReachBySchool(
        this AppDbContext db,
        CoveragePeriod of,
        IReadOnlyList<AssociationLevel> levels,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            levels,
            staff => staff.GroupBy(s => s.SchoolId).Select(g => new Counted<Guid> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By municipality.</summary>
    public static Task<List<ReachCount<string>>> ReachByMunicipality(
        this AppDbContext db,
        CoveragePeriod of,
        IReadOnlyList<AssociationLevel> levels,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            levels,
            staff => staff.GroupBy(s => s.MunicipalityCode).Select(g => new Counted<string> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    private static async Task<List<ReachCount<TKey>>> Count<TKey>(
        this AppDbContext db,
        CoveragePeriod of,
        IReadOnlyList<AssociationLevel> levels,
        Func<IQueryable<StaffPlace>, IQueryable<Counted<TKey>>> grouped,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var staff = db.StaffOf(of);
        // Whoever came or joined elsewhere, or has moved away since, counts here all the same: the system looks, and the places are the caller's.
        using var system = db.Current.Scope is { Regions: [], VisibleRegions: [var region] } ? db.Current.AsSystem(region) : null;
        var all = await grouped(staff).ToListAsync(cancellationToken);
        var came = db.CameTo(of, levels);
        var reached = await grouped(staff.Where(s => came.Contains(s.TeacherId)))
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        var members = db.MembersIn(of, levels);
        var joined = await grouped(staff.Where(s => members.Contains(s.TeacherId)))
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        return
        [
            .. all.Select(c => new ReachCount<TKey>(c.Key, c.Count, reached.GetValueOrDefault(c.Key), joined.GetValueOrDefault(c.Key))),
        ];
    }

    private static IQueryable<Guid> CameTo(this AppDbContext db, CoveragePeriod of, IReadOnlyList<AssociationLevel> levels)
    {
        var wanted = levels.Select(Association.MeetingLevel).ToList();
        var meetings = db
            .Events.Where(e =>
                e.AssociationId != null
                && e.State == EventState.Held
                && e.StartsOn >= of.From
                && e.StartsOn <= of.Until
                && wanted.Contains(e.Level)
            )
            .Select(e => e.Id);
        return db.EventAttendees.Where(a => meetings.Contains(a.EventId)).Select(a => a.TeacherId);
    }

    private static IQueryable<Guid> MembersIn(this AppDbContext db, CoveragePeriod of, IReadOnlyList<AssociationLevel> levels)
    {
        var associations = db.Associations.Where(a => levels.Contains(a.Level)).Select(a => a.Id);
        return db
            .AssociationMembers.Where(m =>
                associations.Contains(m.AssociationId) && m.FromOn <= of.Until && (m.UntilOn == null || m.UntilOn >= of.From)
            )
            .Select(m => m.TeacherId);
    }
}
