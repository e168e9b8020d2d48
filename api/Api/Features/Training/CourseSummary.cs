using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A course as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Hours">Length, academic hours.</param>
/// <param name="Form">How it is given.</param>
/// <param name="Provider">The organisation that gives it.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Subjects">Codes of subjects.</param>
/// <param name="Deficits">Codes of the deficits that it mends.</param>
/// <param name="Municipality">Whose it is, null for the whole region.</param>
/// <param name="ClosedOn">Since when it is offered no more.</param>
/// <param name="Runs">Runs of it, whatever their state.</param>
/// <param name="Version">Version, for If-Match.</param>
public record CourseSummary(
    Guid Id,
    string Title,
    int Hours,
    CourseForm Form,
    CourseProvider? Provider,
    string? Audience,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> Deficits,
    TrainingPlace? Municipality,
    DateOnly? ClosedOn,
    int Runs,
    int Version
)
{
    /// <summary>The next run, or the one that goes on; null when none is planned.</summary>
    public NextCourseRun? NextRun { get; init; }

    /// <summary>The row of a course.</summary>
    internal static Expression<Func<Course, CourseSummary>> From(AppDbContext db) =>
        c => new CourseSummary(
            c.Id,
            c.Title,
            c.Hours,
            c.Form,
            c.ProviderId == null
                ? null
                : new CourseProvider(
                    c.ProviderId.Value,
                    db.Organisations.Where(o => o.Id == c.ProviderId).Select(o => o.ShortName ?? o.Name).First()
                ),
            c.Audience,
            Codes(c.SubjectCodes),
            Codes(c.DeficitCodes),
            c.MunicipalityCode == null
                ? null
                : new TrainingPlace(
                    c.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == c.MunicipalityCode).Select(m => m.Name).First()
                ),
            c.ClosedOn,
            db.CourseRuns.Count(r => r.CourseId == c.Id),
            c.Version
        );

    private static string[] Codes(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The organisation that gives a course.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Its name in lists.</param>
public sealed record CourseProvider(Guid Id, string Name);

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record TrainingPlace(string Code, string Name);

/// <summary>When a course is given next.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Seats">How many can take part.</param>
/// <param name="Taken">Seats taken.</param>
/// <param name="State">How far it has come.</param>
public sealed record NextCourseRun(Guid Id, DateOnly StartsOn, DateOnly EndsOn, string? Place, int Seats, int Taken, CourseRunState State);
