using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Training;

/// <summary>Whose deficits are counted, and of which diagnostics.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="StaffOn">The day whose staff is counted: the last one of the period, or today while that lies ahead.</param>
public sealed record DiagnosedPeriod(DateOnly From, DateOnly Until, DateOnly StaffOn)
{
    /// <summary>Schools of these municipalities only.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>This school only.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>Schools of this list only.</summary>
    public Guid? CohortId { get; init; }

    /// <summary>Teachers of this subject only.</summary>
    public string? Subject { get; init; }

    /// <summary>Diagnostics of this kind only.</summary>
    public DeficitKind? Kind { get; init; }

    /// <summary>These diagnostics only.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>This deficit only: diagnosed is then who was measured for it.</summary>
    public Guid? DeficitId { get; init; }
}

/// <summary>How many teachers of a group were on the staff, how many of these were diagnosed, and how many of these have a deficit.</summary>
/// <param name="Key">The school, the municipality, the subjects of the teachers as one text, or the deficit.</param>
/// <param name="Staff">Teachers on the staff.</param>
/// <param name="Diagnosed">Those of them about whom there is a result in the period.</param>
/// <param name="Deficient">Those of these who have a deficit by the last measurement of it within the period.</param>
public sealed record DeficitCount<TKey>(TKey Key, int Staff, int Diagnosed, int Deficient);

/// <summary>
/// Deficits in counts of teachers: each counts once, at the main school of that day, so that the region is the sum of its municipalities
/// and these of their schools.
/// </summary>
public static class DeficitCounts
{
    /// <summary>By school.</summary>
    public static Task<List<DeficitCount<Guid>>> DeficitsBySchool(
        this AppDbContext db,
        DiagnosedPeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.SchoolId).Select(g => new Counted<Guid> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By municipality.</summary>
    public static Task<List<DeficitCount<string>>> DeficitsByMunicipality(
        this AppDbContext db,
        DiagnosedPeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.MunicipalityCode).Select(g => new Counted<string> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By the subjects that teachers have together: « russian literature ».</summary>
    public static Task<List<DeficitCount<string>>> DeficitsBySubjects(
        this AppDbContext db,
        DiagnosedPeriod of,
        CancellationToken cancellationToken
    ) =>
        db.Count(
            of,
            staff => staff.GroupBy(s => s.SubjectCodes).Select(g => new Counted<string> { Key = g.Key, Count = g.Count() }),
            cancellationToken
        );

    /// <summary>By deficit: who was measured for it, and who has it. The staff is the same for all.</summary>
    public static async Task<(List<DeficitCount<Guid>> Rows, DeficitCount<string> Whole)> DeficitsByDeficit(
        this AppDbContext db,
        DiagnosedPeriod of,
        CancellationToken cancellationToken
    )
    {
        var staff = Filtered(db, of).Select(s => s.TeacherId);
        using var system = db.OfThosePlaces();
        var (all, diagnosed, deficient) = (
            await staff.CountAsync(cancellationToken),
            await staff.CountAsync(id => Diagnosed(db, of).Contains(id), cancellationToken),
            await staff.CountAsync(id => Deficient(db, of).Contains(id), cancellationToken)
        );
        var measured = await Results(db, of)
            .Where(r => staff.Contains(r.TeacherId))
            .SelectMany(r => r.Findings, (r, f) => new { r.TeacherId, f.DeficitId })
            .Where(f => of.DeficitId == null || f.DeficitId == of.DeficitId)
            .Distinct()
            .GroupBy(f => f.DeficitId)
            .Select(g => new Counted<Guid> { Key = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var found = await LastFound(db, of)
            .Where(f => staff.Contains(f.TeacherId))
            .Distinct()
            .GroupBy(f => f.DeficitId)
            .Select(g => new Counted<Guid> { Key = g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        return (
            [.. measured.Select(c => new DeficitCount<Guid>(c.Key, all, c.Count, found.GetValueOrDefault(c.Key)))],
            new DeficitCount<string>("", all, diagnosed, deficient)
        );
    }

    private static async Task<List<DeficitCount<TKey>>> Count<TKey>(
        this AppDbContext db,
        DiagnosedPeriod of,
        Func<IQueryable<StaffPlace>, IQueryable<Counted<TKey>>> grouped,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var staff = Filtered(db, of);
        using var system = db.OfThosePlaces();
        var (diagnosed, deficient) = (Diagnosed(db, of), Deficient(db, of));
        var all = await grouped(staff).ToListAsync(cancellationToken);
        var measured = await grouped(staff.Where(s => diagnosed.Contains(s.TeacherId)))
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        var found = await grouped(staff.Where(s => deficient.Contains(s.TeacherId)))
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        return
        [
            .. all.Select(c => new DeficitCount<TKey>(c.Key, c.Count, measured.GetValueOrDefault(c.Key), found.GetValueOrDefault(c.Key))),
        ];
    }

    /// <summary>
    /// Of somebody who has moved away since, the former place knows that one more counts there, and nothing else: the system looks, and the
    /// places are the caller's.
    /// </summary>
    private static IDisposable? OfThosePlaces(this AppDbContext db) =>
        db.Current.Scope is { Regions: [], VisibleRegions: [var region] } ? db.Current.AsSystem(region) : null;

    private static IQueryable<Guid> Diagnosed(AppDbContext db, DiagnosedPeriod of) =>
        of.DeficitId is { } deficit
            ? Results(db, of).Where(r => r.Findings.Any(f => f.DeficitId == deficit)).Select(r => r.TeacherId)
            : Results(db, of).Select(r => r.TeacherId);

    private static IQueryable<Guid> Deficient(AppDbContext db, DiagnosedPeriod of) => LastFound(db, of).Select(f => f.TeacherId);

    /// <summary>Deficits found within the period that no later result within it has found closed or found anew.</summary>
    private static IQueryable<FoundDeficit> LastFound(AppDbContext db, DiagnosedPeriod of)
    {
        var results = Results(db, of);
        return results
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
            .Where(f => f.Found && (of.DeficitId == null || f.DeficitId == of.DeficitId))
            .Where(f =>
                !results.Any(later =>
                    later.TeacherId == f.TeacherId && later.On > f.On && later.Findings.Any(l => l.DeficitId == f.DeficitId)
                )
            )
            .Select(f => new FoundDeficit { TeacherId = f.TeacherId, DeficitId = f.DeficitId });
    }

    private static IQueryable<DiagnosticResult> Results(AppDbContext db, DiagnosedPeriod of)
    {
        var results = db.DiagnosticResults.Where(r => r.On >= of.From && r.On <= of.Until);
        if (of.CampaignId is { } campaign)
            results = results.Where(r => r.CampaignId == campaign);
        if (of.Kind is { } kind)
            results = results.Where(r => db.DiagnosticCampaigns.Where(c => c.Kind == kind).Select(c => c.Id).Contains(r.CampaignId));
        return results;
    }

    private static IQueryable<StaffPlace> Filtered(AppDbContext db, DiagnosedPeriod of)
    {
        var staff = db.StaffOn(of.StaffOn);
        if (of.Municipalities is { Count: > 0 } municipalities)
            staff = staff.Where(s => municipalities.Contains(s.MunicipalityCode));
        if (of.SchoolId is { } school)
            staff = staff.Where(s => s.SchoolId == school);
        // Of all who stood on the list, also of those that have left it since: it counts as its order approved it.
        if (of.CohortId is { } cohort)
            staff = staff.Where(s => db.CohortMembers.Where(m => m.CohortId == cohort).Select(m => m.SchoolId).Contains(s.SchoolId));
        if (of.Subject is { } subject)
        {
            var code = $" {subject} ";
            staff = staff.Where(s => s.SubjectCodes.Contains(code));
        }
        return staff;
    }

    private sealed class FoundDeficit
    {
        public Guid TeacherId { get; init; }
        public Guid DeficitId { get; init; }
    }
}
