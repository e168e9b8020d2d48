using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Indicators;

namespace Opora.Persistence.Rollups;

/// <summary>
/// The one way to say that rollups are out of date. Notes are added in the transaction that changes what the figures are made of;
/// <see cref="RollupRefresher"/> and <see cref="IndicatorRefresher"/> take them away again. A note is added even where the same one stands already: that one may just
/// have been read by somebody who has not seen this change.
/// </summary>
public static class DirtyNotes
{
    /// <summary>The notes that a change of results in these groups leaves, for bulk writers that insert them by themselves.</summary>
    public static IEnumerable<DirtyGroup> NotesOf(IEnumerable<ResultGroup> changed) =>
        changed.SelectMany(g => g.Touched()).Distinct().Select(Note);

    /// <summary>Notes that results of these groups were added, changed or taken back.</summary>
    public static void MarkResults(this AppDbContext db, IEnumerable<ResultGroup> changed) => db.DirtyGroups.AddRange(NotesOf(changed));

    /// <summary>Notes that the region's list of a results year changed: a school came onto it or changed its category.</summary>
    public static async Task MarkCohort(this AppDbContext db, string regionCode, int resultsYear, CancellationToken cancellationToken)
    {
        await db.MarkIndicatorsOf(regionCode, resultsYear, cancellationToken);
        db.DirtyGroups.AddRange((await db.KnownGroups(regionCode, resultsYear, cancellationToken)).Select(Note));
    }

    /// <summary>Notes that all figures of a region are to be told anew: what counts as small has changed.</summary>
    public static async Task MarkRegion(this AppDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        await db.MarkIndicatorsOf(regionCode, cancellationToken);
        db.DirtyGroups.AddRange((await db.KnownGroups(regionCode, year: null, cancellationToken)).Select(Note));
    }

    /// <summary>
    /// Groups that have figures, or are just getting them: a refresh that has begun computes from what was before this change, and its
    /// figures cannot be seen yet. The notes that it will take away are read first, so that one or the other is always found.
    /// </summary>
    private static async Task<IEnumerable<ResultGroup>> KnownGroups(
        this AppDbContext db,
        string regionCode,
        int? year,
        CancellationToken cancellationToken
    )
    {
        var noted = await db
            .DirtyGroups.Where(g => g.RegionCode == regionCode && (year == null || g.Year == year))
            .Select(g => new
            {
                g.Year,
                g.Assessment,
                g.Subject,
                g.Grade,
                g.Sitting,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        var computed = await db
            .ResultRollups.Where(r => r.RegionCode == regionCode && (year == null || r.Year == year))
            .Select(r => new
            {
                r.Year,
                r.Assessment,
                r.Subject,
                r.Grade,
                r.Sitting,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        return noted
            .Concat(computed)
            .Distinct()
            .Select(g => new ResultGroup(regionCode, g.Year, g.Assessment, g.Subject, g.Grade, g.Sitting));
    }

    /// <summary>
    /// Notes that a school stands elsewhere from a day on: its figures of every year whose 1 June is not before that day change
    /// their municipality.
    /// </summary>
    public static async Task MarkMove(this AppDbContext db, School school, DateOnly movedOn, CancellationToken cancellationToken)
    {
        var firstYear = movedOn > Standings.DayOf(movedOn.Year) ? movedOn.Year + 1 : movedOn.Year;
        var results = await db
            .ExamResults.Where(r => r.SchoolId == school.Id && r.Year >= firstYear)
            .Select(r => new
            {
                r.Year,
                r.Assessment,
                r.Subject,
                r.Grade,
                r.Sitting,
            })
            .ToListAsync(cancellationToken);
        db.MarkResults(results.Select(r => new ResultGroup(school.RegionCode, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting)));
        await db.MarkIndicatorsOf(school, firstYear, cancellationToken);
        // On a list it also counts where it has no result.
        var listed = await (
            from member in db.CohortMembers
            join cohort in db.Cohorts on member.CohortId equals cohort.Id
            where member.SchoolId == school.Id && cohort.ResultsYear >= firstYear
            select cohort.ResultsYear
        ).ToListAsync(cancellationToken);
        foreach (var year in listed)
            await db.MarkCohort(school.RegionCode, year, cancellationToken);
    }

    private static DirtyGroup Note(ResultGroup group) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RegionCode = group.RegionCode,
            Year = group.Year,
            Assessment = group.Assessment,
            Subject = group.Subject,
            Grade = group.Grade,
            Sitting = group.Sitting,
        };
}
