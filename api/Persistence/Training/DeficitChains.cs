using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Training;

/// <summary>Whose chains are read; all that is given must hold.</summary>
public sealed record ChainScope
{
    /// <summary>Of this teacher.</summary>
    public Guid? TeacherId { get; init; }

    /// <summary>Of teachers of this school.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>Of teachers of these municipalities.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Of teachers of the schools of this list.</summary>
    public Guid? CohortId { get; init; }

    /// <summary>This deficit.</summary>
    public Guid? DeficitId { get; init; }
}

/// <summary>A deficit of a teacher: all that is known of it.</summary>
/// <param name="TeacherId">Who.</param>
/// <param name="Code">Code of the deficit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Measurements">When it was looked for.</param>
/// <param name="Courses">Runs of courses that mend it, with the teacher on them.</param>
/// <param name="Chain">How far it has come.</param>
public sealed record TeacherDeficit(
    Guid TeacherId,
    string Code,
    string Name,
    IReadOnlyList<DeficitMeasurement> Measurements,
    IReadOnlyList<DeficitCourse> Courses,
    DeficitChain Chain
);

/// <summary>Deficit → course → result, put together out of diagnostics and enrolments within the caller's places.</summary>
public static class DeficitChains
{
    /// <summary>Every deficit that was ever found at a teacher of this scope.</summary>
    public static async Task<List<TeacherDeficit>> ReadChains(this AppDbContext db, ChainScope of, CancellationToken cancellationToken)
    {
        var results = Filtered(db, of);
        var deficient = results.Where(r => r.DeficitCount > 0).Select(r => r.TeacherId);
        var measured = await results
            .Where(r => deficient.Contains(r.TeacherId))
            .SelectMany(
                r => r.Findings,
                (r, f) =>
                    new
                    {
                        r.TeacherId,
                        f.DeficitId,
                        r.On,
                        f.Found,
                    }
            )
            .Where(f => of.DeficitId == null || f.DeficitId == of.DeficitId)
            .Join(
                db.Deficits,
                f => f.DeficitId,
                d => d.Id,
                (f, d) =>
                    new
                    {
                        f.TeacherId,
                        d.Code,
                        d.Name,
                        f.On,
                        f.Found,
                    }
            )
            .ToListAsync(cancellationToken);
        var courses = await (
            from e in db.Enrolments
            join r in db.CourseRuns on e.RunId equals r.Id
            join c in db.Courses on r.CourseId equals c.Id
            where
                c.DeficitCodes != " "
                && (e.State == EnrolmentState.Completed || e.State == EnrolmentState.Enrolled || e.State == EnrolmentState.Applied)
                && r.State != CourseRunState.Cancelled
                && deficient.Contains(e.TeacherId)
            select new
            {
                e.TeacherId,
                c.DeficitCodes,
                Course = new DeficitCourse(r.Id, c.Id, c.Title, r.EndsOn, e.State == EnrolmentState.Completed),
            }
        ).ToListAsync(cancellationToken);
        var mended = courses
            .SelectMany(c => DeficitList.Of(c.DeficitCodes).Select(code => ((c.TeacherId, code), c.Course)))
            .ToLookup(c => c.Item1, c => c.Course);
        List<TeacherDeficit> chains = [];
        foreach (var group in measured.GroupBy(m => (m.TeacherId, m.Code, m.Name)))
        {
            List<DeficitMeasurement> measurements = [.. group.Select(m => new DeficitMeasurement(m.On, m.Found))];
            List<DeficitCourse> runs = [.. mended[(group.Key.TeacherId, group.Key.Code)]];
            if (DeficitChain.Of(measurements, runs) is { } chain)
                chains.Add(new TeacherDeficit(group.Key.TeacherId, group.Key.Code, group.Key.Name, measurements, runs, chain));
        }
        return chains;
    }

    private static IQueryable<DiagnosticResult> Filtered(AppDbContext db, ChainScope of)
    {
        IQueryable<DiagnosticResult> results = db.DiagnosticResults;
        if (of.TeacherId is { } teacher)
            results = results.Where(r => r.TeacherId == teacher);
        if (of.SchoolId is { } school)
            results = results.Where(r => r.SchoolId == school);
        if (of.Municipalities is { Count: > 0 } municipalities)
            results = results.Where(r => municipalities.Contains(r.MunicipalityCode));
        if (of.CohortId is { } cohort)
            results = results.Where(r => db.CohortMembers.Where(m => m.CohortId == cohort).Select(m => m.SchoolId).Contains(r.SchoolId));
        return results;
    }
}
