using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A teacher cannot be on two runs on one day without somebody knowing.</summary>
internal static class Overlaps
{
    private const int Told = 5;

    /// <summary>Refuses teachers who are on another run on the same days, naming both.</summary>
    /// <exception cref="Problem">409</exception>
    public static async Task MustBeFree(this AppDbContext db, CourseRun run, List<Guid> teachers, CancellationToken cancellationToken)
    {
        var title = await db.Courses.Where(c => c.Id == run.CourseId).Select(c => c.Title).SingleAsync(cancellationToken);
        var clashes = await (
            from e in db.Enrolments
            join r in db.CourseRuns on e.RunId equals r.Id
            join c in db.Courses on r.CourseId equals c.Id
            join t in db.Teachers on e.TeacherId equals t.Id
            where
                teachers.Contains(e.TeacherId)
                && e.RunId != run.Id
                && e.State != EnrolmentState.Withdrawn
                && e.State != EnrolmentState.Waiting
                && r.State != CourseRunState.Cancelled
                && r.StartsOn <= run.EndsOn
                && r.EndsOn >= run.StartsOn
            orderby t.SortName, r.StartsOn
            select new
            {
                t.Id,
                t.Name,
                c.Title,
                r.StartsOn,
                r.EndsOn,
            }
        ).ToListAsync(cancellationToken);
        if (clashes.Count == 0)
            return;
        var names = clashes.Take(Told).Select(c => $"{c.Name} — «{c.Title}» ({Days(c.StartsOn, c.EndsOn)})");
        var more = clashes.Count > Told ? $" и ещё {clashes.Count - Told}" : "";
        throw Problems.Overlapping(
            $"В дни потока «{title}» ({Days(run.StartsOn, run.EndsOn)}) уже учатся на другом: {string.Join("; ", names)}{more}. "
                + "Если это не мешает, подтвердите запись.",
            [.. clashes.Select(c => c.Id).Distinct()]
        );
    }

    private static string Days(DateOnly from, DateOnly until) =>
        from == until ? $"{from:dd.MM.yyyy}" : $"{from:dd.MM.yyyy}–{until:dd.MM.yyyy}";
}
