using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>Where the figures of a question come from: kept-ready rollups, and results for lists of other years.</summary>
internal sealed record DynamicsSource(AppDbContext Db, Reach Reach, DynamicsFilter Filter, int Year)
{
    /// <summary>The lists of the regions seen; newest first.</summary>
    public Task<List<ListName>> Lists(CancellationToken cancellationToken) =>
        Db
            .Cohorts.OrderByDescending(c => c.ResultsYear)
            .ThenBy(c => c.RegionCode)
            .Select(c => new ListName(c.Id, c.RegionCode, c.ResultsYear, c.Name))
            .ToListAsync(cancellationToken);

    /// <summary>The list that the filter names, or null when it names none.</summary>
    /// <exception cref="Problem">404</exception>
    public async Task<ListName?> List(CancellationToken cancellationToken) =>
        Filter.CohortId is not { } id
            ? null
            : await Db
                .Cohorts.Where(c => c.Id == id)
                .Select(c => new ListName(c.Id, c.RegionCode, c.ResultsYear, c.Name))
                .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Список школ");

    /// <summary>Rollups of the places reached and the categories asked about.</summary>
    /// <param name="rollups">Rollups of the works asked about.</param>
    /// <param name="byCategory">Whether the listed schools are wanted in their categories.</param>
    public IQueryable<ResultRollup> Rollups(Func<IQueryable<ResultRollup>, IQueryable<ResultRollup>> rollups, bool byCategory)
    {
        var wanted =
            byCategory || Filter.ListedOnly
                ? Enum.GetValues<SupportCategory>().Where(Filter.Takes).Select(c => c.ToString()).ToList()
                : [ResultRollup.AllSchools];
        return rollups(Reach.Rollups(Db)).Where(r => r.Year == Year && wanted.Contains(r.Category));
    }

    /// <summary>Cells of lists of other years, by list, cut down to the places and categories asked about.</summary>
    public async Task<ILookup<Guid, DynamicsCell>> OtherLists(
        IReadOnlyList<ListName> lists,
        IQueryable<ExamResult> results,
        Func<IReadOnlyList<GroupRow>, IEnumerable<(ResultGroup Group, IReadOnlyList<GroupResult> Results)>> groups,
        CancellationToken cancellationToken
    )
    {
        var others = lists.Where(l => l.ResultsYear != Year).ToList();
        var cells = await ListedCells.Read(Db, others, Year, results, groups, Reach.Disclosure.Small, cancellationToken);
        return cells
            .SelectMany(list => list, (list, cell) => (list.Key, Cell: cell))
            .Where(c =>
                Reach.Holds(c.Cell.RegionCode, c.Cell.MunicipalityCode) && Filter.Takes(Enum.Parse<SupportCategory>(c.Cell.Category))
            )
            .ToLookup(c => c.Key, c => c.Cell);
    }
}
