using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>What both decisions on a submission have in common.</summary>
internal static class ReportDecision
{
    /// <summary>Finds the submission, expects this version, decides, tells those who made it, and saves.</summary>
    /// <exception cref="Problem">404; 409: the period is closed, or the caller would decide on the own submission.</exception>
    public static async Task<Versioned<IndicatorReportDetails>> Decide(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        NotificationKind told,
        Action<IndicatorReport> decide,
        CancellationToken cancellationToken
    )
    {
        await using var write = await db.BeginWrite(cancellationToken);
        var report =
            await db.IndicatorReports.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Problems.NotFound("Сдача периода");
        db.Expect(report, seen.Version);
        if (report.SchoolId is null && !db.Current.Scope.ReachesRegion(report.RegionCode))
            throw new BrokenRule("report-own", "Показатели самого муниципалитета принимает региональный оператор.");
        await db.SharePeriods([report.RegionCode], cancellationToken);
        var closed = await db.IndicatorPeriods.AnyAsync(
            p => p.SetId == report.SetId && p.Period == report.Period && p.ClosedAt != null,
            cancellationToken
        );
        if (closed)
            throw new BrokenRule("period-closed", $"Период {report.Period} закрыт: решение уже не изменить.");
        decide(report);
        await db.TellOfReport(told, report, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
        return new Versioned<IndicatorReportDetails>(IndicatorReportDetails.Of(report), report.Version);
    }
}
