using Microsoft.EntityFrameworkCore;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Home;

/// <summary>The schools that the caller keeps an eye on, with where their newest results went.</summary>
internal static class StarredMovement
{
    private const int Most = 12;

    /// <summary>Reads them with one statement.</summary>
    public static async Task<IReadOnlyList<HomeSchool>> Read(AppDbContext db, CancellationToken cancellationToken)
    {
        var me = db.Current.Actor.Id;
        var schools = await db
            .Schools.AsNoTracking()
            .Where(s => db.StarredSchools.Any(star => star.PersonId == me && star.SchoolId == s.Id))
            .OrderBy(s => s.SortName)
            .ThenBy(s => s.Id)
            .Take(Most)
            .Select(s => new
            {
                s.Id,
                s.Name,
                Municipality = db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).First(),
                Results = db
                    .ExamResults.Where(r => r.SchoolId == s.Id && r.EffectiveMeanThousandths != null)
                    .Select(r => new Mean(r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting, r.EffectiveMeanThousandths!.Value))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. schools.Select(s => new HomeSchool(s.Id, s.Name, s.Municipality, MovementOf(s.Results)))];
    }

    private static HomeMovement? MovementOf(List<Mean> results)
    {
        if (results.Count == 0)
            return null;
        var year = results.Max(r => r.Year);
        var before = results.Where(r => r.Year == year - 1).ToDictionary(r => r.Work, r => r.Thousandths);
        var changes = results
            .Where(r => r.Year == year && before.TryGetValue(r.Work, out var was) && MeanScales.AreSame(r.Assessment, was, r.Thousandths))
            .Select(r => r.Thousandths.CompareTo(before[r.Work]))
            .ToList();
        return new HomeMovement(year, changes.Count(c => c > 0), changes.Count(c => c < 0), changes.Count);
    }

    private sealed record Mean(int Year, Assessment Assessment, string Subject, int Grade, string Sitting, int Thousandths)
    {
        public (Assessment, string, int, string) Work => (Assessment, Subject, Grade, Sitting);
    }
}
