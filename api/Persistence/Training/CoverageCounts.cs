using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;

namespace Opora.Persistence.Training;

/// <summary>Whose coverage is counted.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="StaffOn">The day whose staff is counted: the last one of the period, or today while that lies ahead.</param>
public sealed record CoveragePeriod(DateOnly From, DateOnly Until, DateOnly StaffOn)
{
    /// <summary>Schools of these municipalities only.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>This school only.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>Teachers of this subject only.</summary>
    public string? Subject { get; init; }

    /// <summary>Schools only that a list supported within the period.</summary>
    public bool Supported { get; init; }

    /// <summary>All of it in one text, as <see cref="KeptFigures"/> tells questions apart.</summary>
    public string Question =>
        FormattableString.Invariant($"{From:O} {Until:O} {StaffOn:O} {SchoolId} {Subject} {Supported} {string.Join(' ', Municipalities)}");
}

/// <summary>How many teachers of a group were on the staff, and how many of these had completed a course.</summary>
/// <param name="Key">The school, the municipality, or the subjects of the teachers as one text.</param>
/// <param name="Staff">Teachers on the staff.</param>
/// <param name="Trained">Those of them who completed a course whose run ended in the period.</param>
public sealed record CoverageCount<TKey>(TKey Key, int Staff, int Trained);

/// <summary>
/// Coverage: teachers who completed a course of teachers on the staff. Each counts once, at the main school of that day, so that the
/// region is the sum of its municipalities and these of their schools.
/// </summary>
public static class CoverageCounts
{
    /// <summary>By school.</summary>
    public static Task<List<CoverageCount<Guid>>> CoverageBySchool(
        this AppDbContext db,
        CoveragePeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.SchoolId).Select(g => new Counted<Guid> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By municipality.</summary>
    public static Task<List<CoverageCount<string>>> CoverageByMunicipality(
        this AppDbContext db,
        CoveragePeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.MunicipalityCode).Select(g => new Counted<string> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By the subjects that teachers have together: « russian literature ».</summary>
    public static Task<List<CoverageCount<string>>> CoverageBySubjects(
        this AppDbContext db,
        CoveragePeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.SubjectCodes).Select(g => new Counted<string> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    private static async Task<List<CoverageCount<TKey>>> Count<TKey>(
        this AppDbContext db,
        CoveragePeriod of,
        Func<IQueryable<StaffPlace>, IQueryable<Counted<TKey>>> grouped,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var staff = db.StaffOf(of);
        // Of somebody who has moved away since, the former place knows that one more counts there, and nothing else: the system looks, and
        // the places are the caller's.
        using var system = db.Current.Scope is { Regions: [], VisibleRegions: [var region] } ? db.Current.AsSystem(region) : null;
        var trained = db.TrainedIn(of.From, of.Until);
        var all = await grouped(staff).ToListAsync(cancellationToken);
        var done = await grouped(staff.Where(s => trained.Contains(s.TeacherId)))
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        return [.. all.Select(c => new CoverageCount<TKey>(c.Key, c.Count, done.GetValueOrDefault(c.Key)))];
    }

    /// <summary>Who completed a run that ended in these days.</summary>
    private static IQueryable<Guid> TrainedIn(this AppDbContext db, DateOnly from, DateOnly until)
    {
        var runs = db.CourseRuns.Where(r => r.EndsOn >= from && r.EndsOn <= until && r.State != CourseRunState.Cancelled).Select(r => r.Id);
        return db.Enrolments.Where(e => e.State == EnrolmentState.Completed && runs.Contains(e.RunId)).Select(e => e.TeacherId);
    }
}
