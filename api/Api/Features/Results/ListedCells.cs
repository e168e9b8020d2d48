using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>
/// Cells of lists that are not the year's own: what became of last year's list this year. No rollup holds them, so they are computed
/// from the results of the members; a list has few.
/// </summary>
internal static class ListedCells
{
    /// <summary>The cells of each list, for the works that the query of results selects.</summary>
    /// <param name="db">The database.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="year">The year that is compared with the one before.</param>
    /// <param name="results">Results of the two years.</param>
    /// <param name="groups">The groups that the results found make up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ILookup<Guid, DynamicsCell>> Read(
        AppDbContext db,
        IReadOnlyList<ListName> lists,
        int year,
        IQueryable<ExamResult> results,
        Func<IReadOnlyList<GroupRow>, IEnumerable<(ResultGroup Group, IReadOnlyList<GroupResult> Results)>> groups,
        SmallGroups limits,
        CancellationToken cancellationToken
    )
    {
        var ids = lists.Select(l => l.Id).ToList();
        if (ids.Count == 0)
            return Array.Empty<(Guid, DynamicsCell)>().ToLookup(c => c.Item1, c => c.Item2);
        var members = await db
            .CohortMembers.Where(m => ids.Contains(m.CohortId))
            .Select(m => new Member(m.CohortId, m.SchoolId, m.Category))
            .ToListAsync(cancellationToken);
        var placements = await db.Set<SchoolPlacement>()
            .AsNoTracking()
            .Where(p => db.CohortMembers.Any(m => m.SchoolId == p.SchoolId && ids.Contains(m.CohortId)))
            .ToListAsync(cancellationToken);
        var rows = await results
            .Where(r => db.CohortMembers.Any(m => m.SchoolId == r.SchoolId && ids.Contains(m.CohortId)))
            .Select(GroupRow.Columns)
            .ToListAsync(cancellationToken);

        var places = placements
            .GroupBy(p => p.SchoolId)
            .ToDictionary(p => p.Key, p => SchoolPlacement.MunicipalityOn(p, Standings.DayOf(year)));
        var works = groups(rows).ToList();
        return lists
            .SelectMany(list => CellsOf(list, [.. members.Where(m => m.CohortId == list.Id)], places, works, limits))
            .ToLookup(c => c.List, c => c.Cell);
    }

    /// <summary>The rows of one work as the one group that they are.</summary>
    public static IEnumerable<(ResultGroup Group, IReadOnlyList<GroupResult> Results)> AsOne(
        this IReadOnlyList<GroupRow> rows,
        ResultGroup group
    ) => [(group, [.. rows.Select(r => r.Result)])];

    private static IEnumerable<(Guid List, DynamicsCell Cell)> CellsOf(
        ListName list,
        List<Member> members,
        Dictionary<Guid, string> places,
        List<(ResultGroup Group, IReadOnlyList<GroupResult> Results)> works,
        SmallGroups limits
    )
    {
        var own = members.Select(m => m.SchoolId).ToHashSet();
        var standings = members
            .Select(m => new SchoolStanding(m.SchoolId, places.GetValueOrDefault(m.SchoolId, ""), m.Category.ToString()))
            .ToList();
        return works
            .SelectMany(w =>
                RollupCalculation.Calculate(
                    w.Group with
                    {
                        RegionCode = list.RegionCode,
                    },
                    [.. w.Results.Where(r => own.Contains(r.SchoolId))],
                    standings,
                    limits
                )
            )
            .Where(r => r.Category != ResultRollup.AllSchools)
            .Select(r => (list.Id, DynamicsCell.Of(r)));
    }

    private sealed record Member(Guid CohortId, Guid SchoolId, SupportCategory Category);
}
