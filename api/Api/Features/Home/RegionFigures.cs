using Microsoft.EntityFrameworkCore;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Home;

/// <summary>The region in figures: its supported schools and where their results went. No names of people, and no single school.</summary>
internal sealed class RegionFigures(AppDbContext db, RollupRefresher rollups)
{
    private const int Shown = 3;

    /// <summary>Of fewer comparable schools a share says nothing, and a place of one school would name it.</summary>
    private const int LeastComparable = 3;

    private static readonly (Assessment Assessment, string Subject)[] Works =
    [
        (Assessment.EGE, Subject.Russian),
        (Assessment.EGE, Subject.MathematicsProfile),
        (Assessment.OGE, Subject.Russian),
        (Assessment.OGE, Subject.Mathematics),
        (Assessment.VPR, ResultGroup.MainSubjects),
    ];

    /// <summary>Reads them.</summary>
    public async Task<HomeRegion> Read(NewestCohort? cohort, CancellationToken cancellationToken)
    {
        if (cohort is null)
            return new HomeRegion([], [], null);
        var (regions, newest) = (db.Current.Scope.Regions, cohort.ResultsYear);
        await rollups.Ready(db, new RollupRange(regions), cancellationToken);
        var listed = db.ResultRollups.Where(r =>
            regions.Contains(r.RegionCode) && r.Year <= newest && r.Category != ResultRollup.AllSchools && r.Sitting == ""
        );
        // The newest list may be of a year whose exams are still ahead: then the one before it speaks.
        var compared = listed.Where(r => r.Rising + r.Falling + r.Equal + r.Mixed > 0);
        var rows = await listed.AsNoTracking().Where(r => r.Year == compared.Max(c => (int?)c.Year)).ToListAsync(cancellationToken);
        var cells = Works
            .Select(work => rows.Where(r => r.Assessment == work.Assessment && r.Subject == work.Subject).ToList())
            .Where(found => found.Count > 0)
            .ToList();
        return new HomeRegion(
            Categories(cohort),
            [.. cells.Select(HeadlineOf).Where(h => h.Comparable > 0)],
            await Municipalities(cells.Find(found => found.Sum(r => r.Dynamics.Comparable) > 0), cancellationToken)
        );
    }

    private static List<HomeNumber> Categories(NewestCohort cohort) =>
        [
            new(HomeNumberKind.LowResults, cohort.LowResults, ListOf(cohort, "LowResults")),
            new(HomeNumberKind.AdverseConditions, cohort.AdverseConditions, ListOf(cohort, "AdverseConditions")),
            new(HomeNumberKind.Both, cohort.Both, ListOf(cohort, "Both")),
        ];

    private static string ListOf(NewestCohort cohort, string category) => $"schools?cohort={cohort.Id}&category={category}";

    private static HomeHeadline HeadlineOf(List<ResultRollup> cells)
    {
        var group = cells[0].Group;
        var count = cells.Aggregate(default(DynamicsCount), (sum, cell) => sum + cell.Dynamics);
        return new HomeHeadline(
            group.Assessment,
            group.Subject,
            group.Year,
            new(HomeNumberKind.Rising, count.Rising, HomeList.Schools(group, Direction.Rising), group.Year),
            new(HomeNumberKind.Falling, count.Falling, HomeList.Schools(group, Direction.Falling), group.Year),
            count.Comparable,
            count.All
        );
    }

    private async Task<HomeMunicipalities?> Municipalities(List<ResultRollup>? cells, CancellationToken cancellationToken)
    {
        if (cells is null)
            return null;
        var names = await db.Municipalities.ToDictionaryAsync(m => m.Code, m => m.Name, StringComparer.Ordinal, cancellationToken);
        var group = cells[0].Group;
        var places = cells
            .GroupBy(c => c.MunicipalityCode)
            .Select(place => (Code: place.Key, Count: place.Aggregate(default(DynamicsCount), (sum, cell) => sum + cell.Dynamics)))
            .Where(place => place.Count.Comparable >= LeastComparable && names.ContainsKey(place.Code))
            .OrderByDescending(place => (double)place.Count.Rising / place.Count.Comparable)
            .ThenByDescending(place => place.Count.Comparable)
            .ThenBy(place => place.Code, StringComparer.Ordinal)
            .Select(place => new HomeMunicipality(
                names[place.Code],
                new(HomeNumberKind.Rising, place.Count.Rising, HomeList.Schools(group, Direction.Rising, place.Code), group.Year),
                place.Count.Comparable
            ))
            .ToList();
        // Nobody is told to be among the best and the worst at once.
        return places.Count < 2 * Shown ? null : new HomeMunicipalities(places[..Shown], [.. places[^Shown..].AsEnumerable().Reverse()]);
    }
}
