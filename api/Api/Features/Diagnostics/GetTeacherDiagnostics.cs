using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Gets what diagnostics found out about a teacher, and the courses that would help; the journal keeps who looked.</summary>
public static class GetTeacherDiagnostics
{
    private const int MostResults = 100;

    /// <param name="Id">Id of the teacher.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<TeacherDiagnostics>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<TeacherDiagnostics>>
    {
        public async Task<Ok<TeacherDiagnostics>> Handle(Query request, CancellationToken cancellationToken)
        {
            // Whoever reads the teacher from a further school reads no diagnostics: they belong to the main one.
            var place = await db
                .Teachers.Where(t => t.Id == request.Id)
                .Select(t => new Place(t.RegionCode, t.MunicipalityCode, t.SchoolId))
                .SingleOrDefaultAsync(cancellationToken);
            if (place is null || !db.Current.Scope.Reaches(place))
                throw Problems.NotFound("Педагог");
            var results = await db
                .DiagnosticResults.AsNoTracking()
                .Where(r => r.TeacherId == request.Id)
                .OrderByDescending(r => r.On)
                .ThenByDescending(r => r.Id)
                .Take(MostResults)
                .Select(DiagnosticResultSummary.From(db))
                .ToListAsync(cancellationToken);
            if (results.Count == 0)
                return TypedResults.Ok(new TeacherDiagnostics([], []));
            var found = await db.ReadChains(new ChainScope { TeacherId = request.Id }, cancellationToken);
            var courses = await Courses(cancellationToken);
            await db.NoteView(nameof(Teacher), request.Id, "diagnostics-viewed", [place], clock.GetUtcNow().UtcDateTime, cancellationToken);
            return TypedResults.Ok(
                new TeacherDiagnostics(
                    results,
                    [
                        .. found
                            .Select(c => Told(c, courses))
                            .OrderBy(d => d.Outcome is DeficitOutcome.Closed or DeficitOutcome.ClosedWithoutCourse)
                            .ThenBy(d => d.Name, StringComparer.Ordinal),
                    ]
                )
            );
        }

        private static TeacherDeficitDetails Told(TeacherDeficit found, List<CourseRow> courses)
        {
            var chain = found.Chain;
            return new TeacherDeficitDetails(
                found.Code,
                found.Name,
                chain.FoundOn,
                chain.Course is { } run ? new CourseOfChain(run.CourseId, run.RunId, run.Title, run.EndsOn, run.Completed) : null,
                chain.MeasuredOn,
                chain.Outcome,
                chain.Outcome is DeficitOutcome.NoCourse or DeficitOutcome.Remains
                    ?
                    [
                        .. courses
                            .Where(c => c.Id != chain.Course?.CourseId && c.Codes.Contains($" {found.Code} ", StringComparison.Ordinal))
                            .Select(c => new RecommendedCourse(c.Id, c.Title, c.Hours, c.NextOn, c.FreeSeats)),
                    ]
                    : []
            );
        }

        /// <summary>Open courses that mend anything, with their next run that takes people.</summary>
        private async Task<List<CourseRow>> Courses(CancellationToken cancellationToken) =>
            await db
                .Courses.Where(c => c.ClosedOn == null && c.DeficitCodes != " ")
                .OrderBy(c => c.SortName)
                .Select(c => new CourseRow(
                    c.Id,
                    c.Title,
                    c.Hours,
                    c.DeficitCodes,
                    db.CourseRuns.Where(r => r.CourseId == c.Id && r.State == CourseRunState.Open).Min(r => (DateOnly?)r.StartsOn),
                    db.CourseRuns.Where(r => r.CourseId == c.Id && r.State == CourseRunState.Open).Sum(r => r.Seats - r.Taken)
                ))
                .ToListAsync(cancellationToken);
    }

    private sealed record CourseRow(Guid Id, string Title, int Hours, string Codes, DateOnly? NextOn, int FreeSeats);
}

/// <summary>What diagnostics found out about a teacher.</summary>
/// <param name="Results">Results, the newest first.</param>
/// <param name="Deficits">Deficits that were ever found, open ones first, each with what came of it.</param>
public sealed record TeacherDiagnostics(IReadOnlyList<DiagnosticResultSummary> Results, IReadOnlyList<TeacherDeficitDetails> Deficits);

/// <summary>A deficit of a teacher: deficit → course → result.</summary>
/// <param name="Deficit">Code of the deficit.</param>
/// <param name="Name">Its name.</param>
/// <param name="FoundOn">When it was found.</param>
/// <param name="Course">The course that mends it: completed, or the teacher is on it; null when there is none.</param>
/// <param name="MeasuredOn">When it was measured after that; null when it was not.</param>
/// <param name="Outcome">How far it has come.</param>
/// <param name="Recommended">Open courses that mend it, where none was completed or it remains.</param>
public sealed record TeacherDeficitDetails(
    string Deficit,
    string Name,
    DateOnly FoundOn,
    CourseOfChain? Course,
    DateOnly? MeasuredOn,
    DeficitOutcome Outcome,
    IReadOnlyList<RecommendedCourse> Recommended
);

/// <summary>A course that would help.</summary>
/// <param name="Id">Id of the course.</param>
/// <param name="Title">Its title.</param>
/// <param name="Hours">Length, academic hours.</param>
/// <param name="NextOn">When the next run that takes people begins; null when none does.</param>
/// <param name="FreeSeats">Seats free on such runs.</param>
public sealed record RecommendedCourse(Guid Id, string Title, int Hours, DateOnly? NextOn, int FreeSeats);
