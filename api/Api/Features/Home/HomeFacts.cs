using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Home;

/// <summary>Counts over the caller's places, all of them in one statement.</summary>
internal sealed record HomeFacts(
    int Schools,
    int Municipalities,
    bool HasResults,
    int People,
    int ImportsWaiting,
    int ImportsTroubled,
    int EmptyLists,
    int UnusedInvitations,
    int KeysEnding,
    int ReportsWaiting,
    int ReportsReturned,
    DateOnly TroubleSince,
    DateOnly KeysEndBy
)
{
    private const int TroubleDays = 14;

    /// <summary>A program needs a new key some working days before the old one ends.</summary>
    private const int KeyDays = 14;

    /// <summary>Reads them.</summary>
    public static async Task<HomeFacts> Read(AppDbContext db, Caller caller, TimeProvider clock, CancellationToken cancellationToken)
    {
        var region = db.Current.Scope.VisibleRegions[0];
        var me = db.Current.Actor.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (since, endBy) = (today.AddDays(-TroubleDays), today.AddDays(KeyDays));
        var from = since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var unused = db.ReachedPeople().Where(ReachedAccess.InvitationLapsed(db, now));
        var ending = db.MachineClients.Active(now).Where(c => c.ExpiresOn <= endBy);
        var files = db.ImportRuns.Where(r => r.Source == ImportSource.File);
        var reports = db.IndicatorReports.Where(x => x.SchoolId != null && db.Schools.Any(s => s.Id == x.SchoolId));
        return await db
            .Regions.Where(r => r.Code == region)
            .Select(r => new HomeFacts(
                db.Schools.Count(),
                db.Municipalities.Count(),
                db.ExamResults.Any(),
                db.Grants.Where(g =>
                        g.RegionCode == r.Code && g.HolderId != me && g.Role != Role.Integration && g.Role != Role.MunicipalSystem
                    )
                    .Select(g => g.HolderId)
                    .Distinct()
                    .Count(),
                files.Count(f => f.State == ImportState.AwaitingConfirmation),
                files.Count(f => (f.State == ImportState.Failed || f.State == ImportState.PartiallySucceeded) && f.FinishedAt >= from),
                db.Cohorts.Count(c => !db.CohortMembers.Any(m => m.CohortId == c.Id)),
                unused.Count(),
                ending.Count(),
                reports.Count(x => x.State == ReportState.Submitted),
                reports.Count(x => x.State == ReportState.Returned),
                since,
                endBy
            ))
            .SingleAsync(cancellationToken);
    }

    /// <summary>The day from which trouble counts, as addresses write it.</summary>
    public string Since => DayOf(TroubleSince);

    /// <summary>The day until which keys count as ending, as addresses write it.</summary>
    public string EndBy => DayOf(KeysEndBy);

    private static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The newest list of supported schools, with what one sees of it.</summary>
internal sealed record NewestCohort(
    Guid Id,
    string Name,
    int ResultsYear,
    int Members,
    int LowResults,
    int AdverseConditions,
    int Both,
    int WithoutResults
)
{
    /// <summary>Reads it.</summary>
    public static Task<NewestCohort?> Read(AppDbContext db, CancellationToken cancellationToken) =>
        db
            .Cohorts.AsNoTracking()
            .OrderByDescending(c => c.ResultsYear)
            .ThenBy(c => c.RegionCode)
            .Select(c => new NewestCohort(
                c.Id,
                c.Name,
                c.ResultsYear,
                db.CohortMembers.Count(m => m.CohortId == c.Id),
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category != Domain.Identification.SupportCategory.AdverseConditions),
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category != Domain.Identification.SupportCategory.LowResults),
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category == Domain.Identification.SupportCategory.Both),
                db.CohortMembers.Count(m =>
                    m.CohortId == c.Id && !db.ExamResults.Any(r => r.SchoolId == m.SchoolId && r.Year == c.ResultsYear)
                )
            ))
            .FirstOrDefaultAsync(cancellationToken);
}
