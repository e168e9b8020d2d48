using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A run of a course as a row of a list. Seats are told to everybody in the region.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Course">What is given.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Where it is found on the net.</param>
/// <param name="Seats">How many can take part.</param>
/// <param name="Taken">Seats taken, by teachers of whatever school.</param>
/// <param name="Waiting">How many wait for a seat.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reason">Why it was called off.</param>
/// <param name="Version">Version, for If-Match.</param>
public record CourseRunSummary(
    Guid Id,
    CourseOfRun Course,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Place,
    string? Link,
    int Seats,
    int Taken,
    int Waiting,
    CourseRunState State,
    string? Reason,
    int Version
)
{
    /// <summary>The row of a run.</summary>
    internal static Expression<Func<CourseRun, CourseRunSummary>> From(AppDbContext db) =>
        r => new CourseRunSummary(
            r.Id,
            new CourseOfRun(
                r.CourseId,
                db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Title).First(),
                db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Hours).First(),
                db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Form).First()
            ),
            r.StartsOn,
            r.EndsOn,
            r.Place,
            r.Link,
            r.Seats,
            r.Taken,
            r.Waiting,
            r.State,
            r.Reason,
            r.Version
        );
}

/// <summary>The course that a run gives.</summary>
/// <param name="Id">Id of the course.</param>
/// <param name="Title">Title.</param>
/// <param name="Hours">Length, academic hours.</param>
/// <param name="Form">How it is given.</param>
public sealed record CourseOfRun(Guid Id, string Title, int Hours, CourseForm Form);
