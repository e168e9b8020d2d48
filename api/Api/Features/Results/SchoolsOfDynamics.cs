using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>
/// The schools of one group of results with their comparison. Read within the caller's scope, so a school that has since moved away is
/// counted in its former municipality and not shown to those who no longer reach it.
/// </summary>
internal sealed class SchoolsOfDynamics(AppDbContext db, DynamicsSource source, ResultGroup group, string? region)
{
    /// <summary>Reads them with a constant number of statements.</summary>
    public async Task<List<DynamicsSchool>> Read(CancellationToken cancellationToken)
    {
        var disclosure = source.Reach.Disclosure;
        var results = db.ResultsOfWork(group, [group.Year - 1, group.Year]);
        var members = await Members(cancellationToken);
        var rows = await results.Select(GroupRow.Columns).ToListAsync(cancellationToken);
        var dynamics = Dynamics.OfSchools(group, rows.Select(r => r.Result), disclosure.Small).ToDictionary(d => d.SchoolId);
        var places = await Places(cancellationToken);
        var found = new List<DynamicsSchool>();
        foreach (var school in await Schools(results, cancellationToken))
        {
            var category = members.TryGetValue(school.Id, out var listed) ? (SupportCategory?)listed : null;
            if (source.Filter.ListedOnly && (category is null || !source.Filter.Takes(category.Value)))
                continue;
            var place = places is null
                ? school.Municipality.Code
                : SchoolPlacement.MunicipalityOn(places[school.Id], Standings.DayOf(group.Year));
            if (places is not null && !source.Reach.Municipalities.Contains(place, StringComparer.Ordinal))
                continue;
            found.Add(Row(school, category, dynamics.GetValueOrDefault(school.Id), disclosure.Outward));
        }
        return found;
    }

    private static DynamicsSchool Row(DynamicsSchoolName school, SupportCategory? category, SchoolDynamics? dynamics, bool outward)
    {
        if (dynamics is null)
            return new DynamicsSchool(school, category, null, null, null, Direction.None, null, null, Small: false, Withheld: false);
        if (outward && !dynamics.MayGoOutward)
            return new DynamicsSchool(school, category, null, null, null, null, null, null, dynamics.IsSmall, Withheld: true);
        var mean = MeanComparison.Of(dynamics.Mean);
        return dynamics.Mathematics is { } maths
            ? new DynamicsSchool(
                school,
                category,
                null,
                null,
                null,
                dynamics.Direction,
                mean,
                MeanComparison.Of(maths),
                dynamics.IsSmall,
                Withheld: false
            )
            : new DynamicsSchool(
                school,
                category,
                mean.Before,
                mean.After,
                mean.Change,
                dynamics.Direction,
                null,
                null,
                dynamics.IsSmall,
                Withheld: false
            );
    }

    /// <summary>Categories on the list in question: the one named, else that of the year.</summary>
    private Task<Dictionary<Guid, SupportCategory>> Members(CancellationToken cancellationToken) =>
        MembersOf(db.Cohorts).ToDictionaryAsync(m => m.SchoolId, m => m.Category, cancellationToken);

    private IQueryable<CohortMember> MembersOf(IQueryable<Cohort> cohorts)
    {
        var lists = source.Filter.CohortId is { } id ? cohorts.Where(c => c.Id == id) : cohorts.Where(c => c.ResultsYear == group.Year);
        return db.CohortMembers.Where(m => lists.Any(c => c.Id == m.CohortId));
    }

    /// <summary>Those with a result in the year, and those of the list.</summary>
    private Task<List<DynamicsSchoolName>> Schools(IQueryable<ExamResult> results, CancellationToken cancellationToken)
    {
        var schools = region is null ? db.Schools : db.Schools.Where(s => s.RegionCode == region);
        if (source.Filter.ListedOnly)
        {
            var members = MembersOf(db.Cohorts);
            schools = schools.Where(s => members.Any(m => m.SchoolId == s.Id));
        }
        else
        {
            var ofYear = results.Where(r => r.Year == group.Year);
            schools = schools.Where(s => ofYear.Any(r => r.SchoolId == s.Id));
        }
        return (
            from school in schools
            join municipality in db.Municipalities on school.MunicipalityCode equals municipality.Code
            select new DynamicsSchoolName(school.Id, school.Code, school.Name, new PlaceName(municipality.Code, municipality.Name))
        ).ToListAsync(cancellationToken);
    }

    /// <summary>Placements, when a municipality narrows what is shown.</summary>
    private async Task<Dictionary<Guid, List<SchoolPlacement>>?> Places(CancellationToken cancellationToken)
    {
        if (source.Reach.Regions.Count > 0)
            return null;
        var placements = await db.Set<SchoolPlacement>()
            .AsNoTracking()
            .Where(p => db.Schools.Any(s => s.Id == p.SchoolId))
            .ToListAsync(cancellationToken);
        return placements.GroupBy(p => p.SchoolId).ToDictionary(g => g.Key, g => g.ToList());
    }
}
