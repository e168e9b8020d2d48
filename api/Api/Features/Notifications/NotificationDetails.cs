using System.Linq.Expressions;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Notifications;

/// <summary>Something to know. Words are made of the kind and the names, which are looked up now.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it happened.</param>
/// <param name="ReadAt">When one took note of it.</param>
/// <param name="School">The school it is about.</param>
/// <param name="Import">The import it is about, while one sees it.</param>
/// <param name="Cohort">The list it is about, while it is there.</param>
/// <param name="Report">The submission of indicators it is about, while one sees it.</param>
/// <param name="CourseRun">The run of a course it is about.</param>
public sealed record NotificationDetails(
    Guid Id,
    NotificationKind Kind,
    DateTime At,
    DateTime? ReadAt,
    ToldOfSchool? School,
    ToldOfImport? Import,
    ToldOfCohort? Cohort,
    ToldOfReport? Report,
    ToldOfCourseRun? CourseRun
)
{
    /// <summary>The notification with its names, in one statement.</summary>
    internal static Expression<Func<NotificationRow, NotificationDetails>> From(AppDbContext db) =>
        r => new NotificationDetails(
            r.Told.Id,
            r.Told.Kind,
            r.Told.At,
            r.Told.ReadAt,
            r.Told.SchoolId == null || r.SchoolName == null
                ? null
                : new ToldOfSchool(r.Told.SchoolId.Value, r.SchoolName, db.Schools.Any(own => own.Id == r.Told.SchoolId)),
            r.Import == null
                ? null
                : new ToldOfImport(r.Import.Id, r.Import.Kind, r.Import.FileName, r.Import.Created, r.Import.Updated, r.Import.Rejected),
            r.Cohort == null ? null : new ToldOfCohort(r.Cohort.Id, r.Cohort.Name, db.CohortMembers.Count(m => m.CohortId == r.Cohort.Id)),
            r.Report == null
                ? null
                : new ToldOfReport(
                    r.Report.Id,
                    r.Report.SetId,
                    db.IndicatorSets.Where(s => s.Id == r.Report.SetId).Select(s => s.Name).First(),
                    r.Report.Period,
                    r.Report.SchoolId,
                    r.Report.MunicipalityCode,
                    r.Report.State,
                    r.Report.ReturnReason
                ),
            r.CourseRun == null
                ? null
                : new ToldOfCourseRun(
                    r.CourseRun.Id,
                    db.Courses.Where(c => c.Id == r.CourseRun.CourseId).Select(c => c.Title).First(),
                    r.CourseRun.StartsOn
                )
        );
}

/// <summary>A notification beside what it is about. Joined, because «the first of» would make SQLite number every school and import.</summary>
internal sealed class NotificationRow
{
    public required Notification Told { get; init; }
    public required string? SchoolName { get; init; }
    public required ImportRun? Import { get; init; }
    public required Cohort? Cohort { get; init; }
    public required IndicatorReport? Report { get; init; }
    public required CourseRun? CourseRun { get; init; }

    public static IQueryable<NotificationRow> Of(AppDbContext db, IQueryable<Notification> told) =>
        from n in told
        from run in db.ImportRuns.Where(i => i.Id == n.ImportId).DefaultIfEmpty()
        from cohort in db.Cohorts.Where(c => c.Id == n.CohortId).DefaultIfEmpty()
        from report in db.IndicatorReports.Where(r => r.Id == n.ReportId).DefaultIfEmpty()
        from courseRun in db.CourseRuns.Where(r => r.Id == n.CourseRunId).DefaultIfEmpty()
        select new NotificationRow
        {
            Told = n,
            SchoolName = db.ToldSchools.Where(s => s.Id == n.SchoolId).Select(s => s.Name).FirstOrDefault(),
            Import = run,
            Cohort = cohort,
            Report = report,
            CourseRun = courseRun,
        };
}

/// <summary>A school.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Reachable">Whether one still sees its card.</param>
public sealed record ToldOfSchool(Guid Id, string Name, bool Reachable);

/// <summary>An import.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Created">Rows that were new.</param>
/// <param name="Updated">Rows that changed something.</param>
/// <param name="Rejected">Rows that were not taken.</param>
public sealed record ToldOfImport(Guid Id, ImportKind Kind, string? FileName, int Created, int Updated, int Rejected);

/// <summary>A list of supported schools.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Schools">Schools on it that one sees.</param>
public sealed record ToldOfCohort(Guid Id, string Name, int Schools);

/// <summary>Which notifications are whose.</summary>
internal static class OwnNotifications
{
    /// <summary>Those of whoever calls.</summary>
    public static IQueryable<Notification> Told(this AppDbContext db)
    {
        var me = db.Current.Actor.Id;
        return db.Notifications.Where(n => n.PersonId == me);
    }
}

/// <summary>A submission of a period of indicators.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SetId">The set.</param>
/// <param name="SetName">What people call the set.</param>
/// <param name="Period">The period.</param>
/// <param name="SchoolId">The school whose it is; null for a municipality's own.</param>
/// <param name="MunicipalityCode">The municipality.</param>
/// <param name="State">How far it has come now.</param>
/// <param name="ReturnReason">Why it was sent back.</param>
public sealed record ToldOfReport(
    Guid Id,
    Guid SetId,
    string SetName,
    Period Period,
    Guid? SchoolId,
    string? MunicipalityCode,
    ReportState State,
    string? ReturnReason
);

/// <summary>A run of a course.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Course">Title of the course.</param>
/// <param name="StartsOn">First day.</param>
public sealed record ToldOfCourseRun(Guid Id, string Course, DateOnly StartsOn);
