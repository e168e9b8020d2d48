using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Training;

namespace Opora.Persistence.Indicators;

/// <summary>Somebody on the staff of a school on the last day of a period.</summary>
internal sealed record StaffFact(Guid TeacherId, Guid SchoolId, bool HasCategory, bool HasPlan, bool HasPortfolio, bool Diagnosed)
{
    /// <summary>Hours of the courses completed within the period; null when none was.</summary>
    public long? Hours { get; init; }

    /// <summary>What this register counts of the person.</summary>
    public long Of(FormulaRegister register) =>
        register == FormulaRegister.TrainingHours ? Hours ?? 0
        : register == FormulaRegister.Staff
        || register == FormulaRegister.StaffCategory && HasCategory
        || register == FormulaRegister.StaffPlan && HasPlan
        || register == FormulaRegister.StaffPortfolio && HasPortfolio
        || register == FormulaRegister.Diagnosed && Diagnosed
        || register == FormulaRegister.Trained && Hours is not null
            ? 1
        : 0;
}

/// <summary>
/// Who was on the staff of schools on a day: by the main place of work, further ones and those of earlier years. Somebody at two schools
/// is on the staff of each, and one person in a larger place.
/// </summary>
internal static class StaffFacts
{
    /// <param name="db">The context.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="schools">The schools; null for all of the region.</param>
    /// <param name="period">The period on whose last day they were on the staff, and within which they were trained and diagnosed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ILookup<Guid, StaffFact>> Read(
        AppDbContext db,
        string regionCode,
        Guid[]? schools,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, on) = (period.StartOn, period.EndOn);
        var diagnosed = db.DiagnosticResults.Where(r => r.RegionCode == regionCode && r.On >= from && r.On <= on).Select(r => r.TeacherId);
        var teachers = db.Teachers.AsNoTracking().Where(t => t.RegionCode == regionCode);
        var main = teachers.Where(t => (t.StaffSinceOn == null || t.StaffSinceOn <= on) && (t.LeftOn == null || t.LeftOn >= on));
        var posts = db.TeacherPosts.Where(p =>
            p.RegionCode == regionCode && (p.FromOn == null || p.FromOn <= on) && (p.UntilOn == null || p.UntilOn >= on)
        );
        if (schools is not null)
        {
            main = main.Where(t => EF.Parameter(schools).Contains(t.SchoolId));
            posts = posts.Where(p => EF.Parameter(schools).Contains(p.SchoolId));
        }
        // Two statements: a union of entities is not every engine's.
        var found = await main.Select(t => new StaffFact(
                t.Id,
                t.SchoolId,
                (t.Category == TeacherCategory.First || t.Category == TeacherCategory.Highest)
                    && (t.CategoryOn == null || t.CategoryOn <= on),
                t.PlanOn != null && t.PlanOn <= on,
                t.PortfolioOn != null && t.PortfolioOn <= on,
                diagnosed.Contains(t.Id)
            ))
            .ToListAsync(cancellationToken);
        var further = await posts
            .Join(
                teachers,
                p => p.TeacherId,
                t => t.Id,
                (p, t) =>
                    new StaffFact(
                        t.Id,
                        p.SchoolId,
                        (t.Category == TeacherCategory.First || t.Category == TeacherCategory.Highest)
                            && (t.CategoryOn == null || t.CategoryOn <= on),
                        t.PlanOn != null && t.PlanOn <= on,
                        t.PortfolioOn != null && t.PortfolioOn <= on,
                        diagnosed.Contains(t.Id)
                    )
            )
            .ToListAsync(cancellationToken);
        var hours = await Hours(db, regionCode, period, cancellationToken);
        return found
            .Concat(further)
            .DistinctBy(f => (f.TeacherId, f.SchoolId))
            .Select(f => hours.TryGetValue(f.TeacherId, out var trained) ? f with { Hours = trained } : f)
            .ToLookup(f => f.SchoolId);
    }

    /// <summary>Hours by teacher of the courses whose runs ended in the period and that the teacher has completed.</summary>
    private static Task<Dictionary<Guid, long>> Hours(
        AppDbContext db,
        string regionCode,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (period.StartOn, period.EndOn);
        return db
            .Enrolments.Where(e => e.RegionCode == regionCode && e.State == EnrolmentState.Completed)
            .Join(
                db.CourseRuns.Where(r => r.EndsOn >= from && r.EndsOn <= to && r.State != CourseRunState.Cancelled),
                e => e.RunId,
                r => r.Id,
                (e, r) => new { e.TeacherId, r.CourseId }
            )
            .Join(db.Courses, e => e.CourseId, c => c.Id, (e, c) => new { e.TeacherId, c.Hours })
            .GroupBy(e => e.TeacherId)
            .Select(g => new { TeacherId = g.Key, Hours = g.Sum(e => (long)e.Hours) })
            .ToDictionaryAsync(g => g.TeacherId, g => g.Hours, cancellationToken);
    }
}
