using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Home;

/// <summary>What needs an operator, a coordinator or a school.</summary>
internal sealed class HomeTasks(AppDbContext db, Role role)
{
    /// <summary>All of it, the most urgent first; what is nothing is left out.</summary>
    public async Task<IReadOnlyList<HomeNumber>> Read(HomeFacts facts, NewestCohort? cohort, CancellationToken cancellationToken)
    {
        var returned = new HomeNumber(HomeNumberKind.ReportsReturned, facts.ReportsReturned, "indicator-reports?state=Returned");
        var mine = await HomeRecommendations.Read(db, cancellationToken);
        List<HomeNumber> tasks =
        [
            new(HomeNumberKind.RecommendationsOverdue, mine.Overdue, HomeRecommendations.OverdueList),
            new(HomeNumberKind.RecommendationsThisWeek, mine.ThisWeek, mine.ThisWeekList),
        ];
        if (role == Role.School)
            return [.. tasks.Append(returned).Where(t => t.Count > 0)];
        tasks.AddRange([
            new(HomeNumberKind.ReportsWaiting, facts.ReportsWaiting, "indicator-reports?state=Submitted"),
            returned,
            new(HomeNumberKind.ImportsWaiting, facts.ImportsWaiting, "imports?state=awaitingConfirmation"),
            new(HomeNumberKind.ImportsTroubled, facts.ImportsTroubled, $"imports?troubled=true&finishedSince={facts.Since}"),
        ]);
        if (cohort is not null)
        {
            var year = cohort.ResultsYear;
            tasks.Add(
                new(HomeNumberKind.SchoolsWithoutResults, cohort.WithoutResults, $"schools?cohort={cohort.Id}&withoutResults={year}", year)
            );
            tasks.Add(new(HomeNumberKind.SchoolsFallen, await Fallen(cohort, cancellationToken), HomeList.Fallen(year), year));
        }
        tasks.Add(new(HomeNumberKind.UnusedInvitations, facts.UnusedInvitations, "people?state=Expired"));
        if (role == Role.Operator)
        {
            tasks.Add(new(HomeNumberKind.KeysEnding, facts.KeysEnding, $"clients?state=active&expiresBy={facts.EndBy}"));
            tasks.Add(new(HomeNumberKind.EmptyLists, facts.EmptyLists, "cohorts?empty=true"));
        }
        return [.. tasks.Where(t => t.Count > 0)];
    }

    /// <summary>Schools of the list that fell in both main subjects; those that stood elsewhere then are counted there.</summary>
    private async Task<int> Fallen(NewestCohort cohort, CancellationToken cancellationToken)
    {
        var group = HomeList.MainSubjects(cohort.ResultsYear);
        var rows = await db.ResultsOfWork(group, [group.Year - 1, group.Year])
            .Where(r => db.CohortMembers.Any(m => m.CohortId == cohort.Id && m.SchoolId == r.SchoolId))
            .Select(GroupRow.Columns)
            .ToListAsync(cancellationToken);
        var fallen = Dynamics
            .OfSchools(group, rows.Select(r => r.Result), SmallGroups.Standard)
            .Where(d => d.Direction == Direction.Falling)
            .Select(d => d.SchoolId)
            .ToList();
        var scope = db.Current.Scope;
        if (scope.Regions.Count > 0 || fallen.Count == 0)
            return fallen.Count;
        var placements = await db.Set<SchoolPlacement>()
            .AsNoTracking()
            .Where(p => EF.Parameter(fallen).Contains(p.SchoolId))
            .ToListAsync(cancellationToken);
        return placements
            .GroupBy(p => p.SchoolId)
            .Count(places =>
                scope.Municipalities.Contains(SchoolPlacement.MunicipalityOn(places, Standings.DayOf(group.Year)), StringComparer.Ordinal)
            );
    }
}

/// <summary>Addresses of lists, below <c>/api/v1/</c>.</summary>
internal static class HomeList
{
    /// <summary>The work «two main subjects» of a year.</summary>
    public static ResultGroup MainSubjects(int year) => new("", year, Assessment.VPR, ResultGroup.MainSubjects, ResultGroup.AllGrades, "");

    /// <summary>Schools of the year's list that fell in both main subjects.</summary>
    public static string Fallen(int year) => Schools(MainSubjects(year), Direction.Falling);

    /// <summary>Schools of the year's list that went this way in a work.</summary>
    public static string Schools(ResultGroup group, Direction direction, string? municipality = null)
    {
        var grade = group.IsComposite ? "" : $"&grade={group.Grade}";
        var way = direction == Direction.Rising ? "rising" : "falling";
        var place = municipality is null ? "" : $"&groupBy=municipality&group={municipality}";
        return $"dynamics/schools?assessment={group.Assessment}&subject={group.Subject}{grade}&year={group.Year}&base=cohort&direction={way}{place}";
    }
}
