using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Persistence.Identity;

/// <summary>
/// Notes down who is to be told of a change. They are saved with the change itself; whoever made it knows already and is not told.
/// </summary>
public static class NotificationWrites
{
    /// <summary>Tells the people of a school and the coordinators of these municipalities what became of it.</summary>
    public static async Task TellOf(
        this AppDbContext db,
        NotificationKind kind,
        School school,
        IReadOnlyList<string> municipalities,
        CancellationToken cancellationToken
    )
    {
        var holders = await db.AliveGrants()
            .Where(g =>
                g.Role == Role.School && g.SchoolId == school.Id
                || g.Role == Role.Coordinator && g.MunicipalityCode != null && municipalities.Contains(g.MunicipalityCode)
            )
            .Select(g => g.HolderId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var holder in holders.Where(h => h != db.Current.Actor.Id))
            db.Add(new Notification(holder, kind, db.Now()) { SchoolId = school.Id });
    }

    /// <summary>Tells the people of these schools and their coordinators that a list holds them; once a list, until they have read it.</summary>
    public static async Task TellOfList(
        this AppDbContext db,
        Cohort cohort,
        IReadOnlyCollection<CohortMember> entered,
        CancellationToken cancellationToken
    )
    {
        if (entered.Count == 0)
            return;
        var schools = entered.Select(m => m.SchoolId).ToHashSet();
        var municipalities = entered.Select(m => m.MunicipalityCode).ToHashSet(StringComparer.Ordinal);
        // All of the region's rather than a list of schools: an import enters dozens at once.
        var grants = await db.AliveGrants()
            .Where(g => g.RegionCode == cohort.RegionCode && (g.Role == Role.School || g.Role == Role.Coordinator))
            .Select(g => new
            {
                g.HolderId,
                g.MunicipalityCode,
                g.SchoolId,
            })
            .ToListAsync(cancellationToken);
        var told = await db
            .Notifications.Where(n => n.CohortId == cohort.Id && n.ReadAt == null)
            .Select(n => n.PersonId)
            .ToListAsync(cancellationToken);
        var holders = grants
            .Where(g =>
                g.SchoolId is { } school && schools.Contains(school) || g.MunicipalityCode is { } place && municipalities.Contains(place)
            )
            .Select(g => g.HolderId)
            .Distinct()
            .Except(told);
        foreach (var holder in holders.Where(h => h != db.Current.Actor.Id))
            db.Add(new Notification(holder, NotificationKind.SchoolsListed, db.Now()) { CohortId = cohort.Id });
    }

    /// <summary>
    /// Tells of a submission: those who decide on it that it waits, those who made it what was decided. A school's goes to the coordinators
    /// of its municipality, a municipality's own to the operators.
    /// </summary>
    public static async Task TellOfReport(
        this AppDbContext db,
        NotificationKind kind,
        IndicatorReport report,
        CancellationToken cancellationToken
    )
    {
        var (region, municipality, school) = (report.RegionCode, report.MunicipalityCode, report.SchoolId);
        var ofSchool = school is not null;
        var grants = db.AliveGrants().Where(g => g.RegionCode == region);
        grants = (kind == NotificationKind.ReportSubmitted, ofSchool) switch
        {
            (true, false) => grants.Where(g => g.Role == Role.Operator),
            (false, true) => grants.Where(g => g.Role == Role.School && g.SchoolId == school),
            _ => grants.Where(g => g.Role == Role.Coordinator && g.MunicipalityCode == municipality),
        };
        foreach (var holder in await grants.Select(g => g.HolderId).Distinct().ToListAsync(cancellationToken))
            if (holder != db.Current.Actor.Id)
                db.Add(new Notification(holder, kind, db.Now()) { SchoolId = school, ReportId = report.Id });
    }

    /// <summary>Tells the people of a school and the coordinators of its municipality that a teacher of theirs moved up to a seat.</summary>
    public static async Task TellOfSeat(this AppDbContext db, Enrolment enrolment, CancellationToken cancellationToken)
    {
        var (school, municipality) = (enrolment.SchoolId, enrolment.MunicipalityCode);
        var holders = await db.AliveGrants()
            .Where(g => g.Role == Role.School && g.SchoolId == school || g.Role == Role.Coordinator && g.MunicipalityCode == municipality)
            .Select(g => g.HolderId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var holder in holders)
            db.Add(new Notification(holder, NotificationKind.SeatFound, db.Now()) { SchoolId = school, CourseRunId = enrolment.RunId });
    }

    /// <summary>
    /// Tells the people of schools whose teachers were to come, and their coordinators, that the run does not take place: each once. They
    /// may be of any school of the region, so it is the system that looks.
    /// </summary>
    public static async Task TellOfCancelled(this AppDbContext db, CourseRun run, CancellationToken cancellationToken)
    {
        using var system = db.Current.AsSystem(run.RegionCode);
        var places = await db
            .Enrolments.Where(e => e.RunId == run.Id)
            .Where(e => e.State == EnrolmentState.Applied || e.State == EnrolmentState.Waiting || e.State == EnrolmentState.Enrolled)
            .Select(e => new { e.SchoolId, e.MunicipalityCode })
            .Distinct()
            .ToListAsync(cancellationToken);
        var schools = places.Select(p => (Guid?)p.SchoolId).ToArray();
        var municipalities = places.Select(p => p.MunicipalityCode).Distinct(StringComparer.Ordinal).ToArray();
        var told = await db.AliveGrants()
            .Where(g =>
                g.Role == Role.School && EF.Parameter(schools).Contains(g.SchoolId)
                || g.Role == Role.Coordinator && EF.Parameter(municipalities).Contains(g.MunicipalityCode)
            )
            .Select(g => new { g.HolderId, g.SchoolId })
            .ToListAsync(cancellationToken);
        foreach (var holder in told.DistinctBy(g => g.HolderId))
            db.Add(
                new Notification(holder.HolderId, NotificationKind.RunCancelled, db.Now())
                {
                    SchoolId = holder.SchoolId,
                    CourseRunId = run.Id,
                }
            );
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Tells whoever asked for an import that it is over; not of a trial, and not of one that was stopped by hand.</summary>
    public static void TellOfEnd(this AppDbContext db, ImportRun run)
    {
        if (run is not { DryRun: false, ActorKind: ActorKind.Person, ActorId: { } person, FinishedAt: { } at })
            return;
        var kind = run.State switch
        {
            ImportState.Succeeded or ImportState.PartiallySucceeded => NotificationKind.ImportFinished,
            ImportState.Failed => NotificationKind.ImportFailed,
            _ => (NotificationKind?)null,
        };
        if (kind is { } told)
            db.Add(new Notification(person, told, at) { ImportId = run.Id });
    }

    /// <summary>Tells a person that they may do more than before; it says when they look what exactly.</summary>
    public static void TellOfAccess(this AppDbContext db, Guid person, NotificationKind kind)
    {
        if (person != db.Current.Actor.Id)
            db.Add(new Notification(person, kind, db.Now()));
    }

    /// <summary>Notes that all of these were read; those read before stay as they are.</summary>
    public static async Task TakeNote(this AppDbContext db, IQueryable<Notification> told, CancellationToken cancellationToken)
    {
        DateTime? now = db.Now();
        await using var write = await db.BeginWrite(cancellationToken);
        await told.Where(n => n.ReadAt == null).ExecuteUpdateAsync(u => u.SetProperty(n => n.ReadAt, now), cancellationToken);
        await write.Commit(cancellationToken);
    }

    /// <summary>Grants that hold today; by the day of UTC, because an hour more or less of being told harms nobody.</summary>
    private static IQueryable<Grant> AliveGrants(this AppDbContext db)
    {
        var today = DateOnly.FromDateTime(db.Now());
        return db.Grants.Where(g => g.RevokedAt == null && (g.FromOn == null || g.FromOn <= today) && (g.ToOn == null || g.ToOn >= today));
    }

    private static DateTime Now(this AppDbContext db) => db.Clock.GetUtcNow().UtcDateTime;
}
