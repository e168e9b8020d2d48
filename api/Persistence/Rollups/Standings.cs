using Microsoft.EntityFrameworkCore;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Persistence.Rollups;

/// <summary>Where the schools of a region count in each year: their municipality on 1 June, their category on the year's list.</summary>
public sealed class Standings
{
    private const int Day = 1;
    private const int Month = 6;

    private readonly Dictionary<Guid, List<SchoolPlacement>> _placements;
    private readonly Dictionary<int, Dictionary<Guid, SupportCategory>> _categories;
    private readonly Dictionary<int, IReadOnlyList<SchoolStanding>> _ofYear = [];

    private Standings(Dictionary<Guid, List<SchoolPlacement>> placements, Dictionary<int, Dictionary<Guid, SupportCategory>> categories) =>
        (_placements, _categories) = (placements, categories);

    /// <summary>The day of a results year on which the place of a school is taken: exams are held then.</summary>
    public static DateOnly DayOf(int year) => new(year, Month, Day);

    /// <summary>Reads them with two statements.</summary>
    public static async Task<Standings> Read(AppDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var placements = await db.Set<SchoolPlacement>()
            .AsNoTracking()
            .Where(p => p.RegionCode == regionCode)
            .ToListAsync(cancellationToken);
        var members = await (
            from member in db.CohortMembers
            join cohort in db.Cohorts on member.CohortId equals cohort.Id
            where cohort.RegionCode == regionCode
            select new
            {
                cohort.ResultsYear,
                member.SchoolId,
                member.Category,
            }
        ).ToListAsync(cancellationToken);
        return new Standings(
            placements.GroupBy(p => p.SchoolId).ToDictionary(g => g.Key, g => g.ToList()),
            members.GroupBy(m => m.ResultsYear).ToDictionary(g => g.Key, g => g.ToDictionary(m => m.SchoolId, m => m.Category))
        );
    }

    /// <summary>Whether the school was registered when they were read.</summary>
    public bool Know(Guid schoolId) => _placements.ContainsKey(schoolId);

    /// <summary>Every school of the region in this year.</summary>
    public IReadOnlyList<SchoolStanding> Of(int year)
    {
        if (_ofYear.TryGetValue(year, out var known))
            return known;
        var categories = _categories.GetValueOrDefault(year, []);
        return _ofYear[year] = [
            .. _placements.Select(school => new SchoolStanding(
                school.Key,
                SchoolPlacement.MunicipalityOn(school.Value, DayOf(year)),
                categories.TryGetValue(school.Key, out var category) ? category.ToString() : ResultRollup.AllSchools
            )),
        ];
    }
}
