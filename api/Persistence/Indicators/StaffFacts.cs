using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Training;

namespace Opora.Persistence.Indicators;

/// <summary>Somebody on the staff of a school on a day.</summary>
internal sealed record StaffFact(Guid TeacherId, Guid SchoolId, bool HasCategory, bool HasPlan, bool HasPortfolio)
{
    /// <summary>Whether this register counts the person.</summary>
    public bool IsIn(FormulaRegister register) =>
        register == FormulaRegister.Staff
        || register == FormulaRegister.StaffCategory && HasCategory
        || register == FormulaRegister.StaffPlan && HasPlan
        || register == FormulaRegister.StaffPortfolio && HasPortfolio;
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
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ILookup<Guid, StaffFact>> Read(
        AppDbContext db,
        string regionCode,
        Guid[]? schools,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
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
                t.PortfolioOn != null && t.PortfolioOn <= on
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
                        t.PortfolioOn != null && t.PortfolioOn <= on
                    )
            )
            .ToListAsync(cancellationToken);
        return found.Concat(further).DistinctBy(f => (f.TeacherId, f.SchoolId)).ToLookup(f => f.SchoolId);
    }
}
