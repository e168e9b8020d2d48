using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Training;

/// <summary>
/// Seats of runs, counted by the database itself on the row of the run. Everything here is called within the write transaction: whoever
/// has touched the row first is through with it before the next one looks.
/// </summary>
public static class Seats
{
    /// <summary>The run as it is now, kept from everybody else until the transaction ends; null when there is none in reach.</summary>
    public static async Task<CourseRun?> HoldRun(this AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var held = await db
            .CourseRuns.Where(r => r.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.Taken, r => r.Taken), cancellationToken);
        return held == 0 ? null : await db.CourseRuns.SingleAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Takes seats and places on the waiting list; false, with nothing taken, when there are not so many seats.</summary>
    public static async Task<bool> TakeSeats(
        this AppDbContext db,
        Guid runId,
        int seats,
        int waiting,
        CancellationToken cancellationToken
    ) =>
        await db
            .CourseRuns.Where(r => r.Id == runId && r.Taken + seats <= r.Seats)
            .ExecuteUpdateAsync(
                u => u.SetProperty(r => r.Taken, r => r.Taken + seats).SetProperty(r => r.Waiting, r => r.Waiting + waiting),
                cancellationToken
            ) == 1;

    /// <summary>
    /// Gives free seats to those who wait, in the order in which they came, and tells their schools. They may be of any school of the
    /// region: it is the system that does it, not whoever has made the seat free.
    /// </summary>
    public static async Task MoveUp(this AppDbContext db, Guid runId, CancellationToken cancellationToken)
    {
        var run = await db.CourseRuns.AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        var free = run.Seats - run.Taken;
        if (!run.TakesPeople || free <= 0 || run.Waiting == 0)
            return;
        using var system = db.Current.AsSystem(run.RegionCode);
        var next = await db
            .Enrolments.Where(e => e.RunId == runId && e.State == EnrolmentState.Waiting)
            .OrderBy(e => e.AskedAt)
            .ThenBy(e => e.Id)
            .Take(free)
            .ToListAsync(cancellationToken);
        foreach (var enrolment in next)
            enrolment.MoveUp();
        foreach (var school in next.DistinctBy(e => e.SchoolId))
            await db.TellOfSeat(school, cancellationToken);
        await db.TakeSeats(runId, next.Count, -next.Count, cancellationToken);
        db.Act = ("moved-up", null);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Lets the enrolments and diagnostics of a teacher follow to the main school of today; to be called in the transaction that moves the
    /// teacher.
    /// </summary>
    public static async Task PlaceTrainingOf(this AppDbContext db, Teacher teacher, CancellationToken cancellationToken)
    {
        var (school, municipality) = (teacher.SchoolId, teacher.MunicipalityCode);
        await db
            .DiagnosticResults.Where(r => r.TeacherId == teacher.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(r => r.SchoolId, school).SetProperty(r => r.MunicipalityCode, municipality),
                cancellationToken
            );
        await db
            .Enrolments.Where(e => e.TeacherId == teacher.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(e => e.SchoolId, school).SetProperty(e => e.MunicipalityCode, municipality),
                cancellationToken
            );
    }

    /// <summary>Forgets of a teacher who is anonymised what would tell who it was; states and days stay, so that counts stay.</summary>
    public static Task<int> ForgetEnrolmentsOf(this AppDbContext db, Teacher teacher, CancellationToken cancellationToken) =>
        db
            .Enrolments.Where(e => e.TeacherId == teacher.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(e => e.CertificateNumber, (string?)null).SetProperty(e => e.Reason, (string?)null),
                cancellationToken
            );
}
