using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A course alone.</summary>
public sealed record CourseDetails : CourseSummary
{
    private CourseDetails(CourseSummary summary)
        : base(summary) { }

    /// <summary>Whether the caller may change it.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a course of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<CourseDetails>> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var courses = db.Courses.AsNoTracking().Where(c => c.Id == id);
        var summary =
            await courses.Select(CourseSummary.From(db)).SingleOrDefaultAsync(cancellationToken) ?? throw Problems.NotFound("Курс");
        var region = await courses.Select(c => c.RegionCode).SingleAsync(cancellationToken);
        var details = new CourseDetails(summary)
        {
            Editable = caller.ScopeFor(Permission.TrainingWrite).Reaches(new Place(region, summary.Municipality?.Code, null)),
        };
        return new Versioned<CourseDetails>(details, details.Version);
    }
}
