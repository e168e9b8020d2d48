using System.Linq.Expressions;
using Opora.Domain.Access;
using Opora.Domain.Imports;
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
public sealed record NotificationDetails(
    Guid Id,
    NotificationKind Kind,
    DateTime At,
    DateTime? ReadAt,
    ToldOfSchool? School,
    ToldOfImport? Import,
    ToldOfCohort? Cohort
)
{
    /// <summary>The notification with its names, in one statement.</summary>
    internal static Expression<Func<Notification, NotificationDetails>> From(AppDbContext db) =>
        n => new NotificationDetails(
            n.Id,
            n.Kind,
            n.At,
            n.ReadAt,
            db.ToldSchools.Where(s => s.Id == n.SchoolId)
                .Select(s => new ToldOfSchool(s.Id, s.Name, db.Schools.Any(own => own.Id == s.Id)))
                .FirstOrDefault(),
            db.ImportRuns.Where(r => r.Id == n.ImportId)
                .Select(r => new ToldOfImport(r.Id, r.Kind, r.FileName, r.Created, r.Updated, r.Rejected))
                .FirstOrDefault(),
            db.Cohorts.Where(c => c.Id == n.CohortId)
                .Select(c => new ToldOfCohort(c.Id, c.Name, db.CohortMembers.Count(m => m.CohortId == c.Id)))
                .FirstOrDefault()
        );
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
