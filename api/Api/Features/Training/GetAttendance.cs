using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Gets which days of a run are marked for whom of the caller's schools.</summary>
public static class GetAttendance
{
    /// <param name="Id">Id of the run.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<IReadOnlyList<AttendanceMark>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<AttendanceMark>>>
    {
        public async Task<Ok<IReadOnlyList<AttendanceMark>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.CourseRuns.AnyAsync(r => r.Id == request.Id, cancellationToken))
                throw Problems.NotFound("Поток");
            return TypedResults.Ok<IReadOnlyList<AttendanceMark>>(
                await db
                    .Enrolments.AsNoTracking()
                    .Where(e => e.RunId == request.Id)
                    .SelectMany(e => e.Days)
                    .OrderBy(d => d.On)
                    .ThenBy(d => d.EnrolmentId)
                    .Select(d => new AttendanceMark(d.EnrolmentId, d.On, d.Present))
                    .ToListAsync(cancellationToken)
            );
        }
    }
}

/// <summary>A day marked.</summary>
/// <param name="EnrolmentId">Id of the enrolment.</param>
/// <param name="On">The day.</param>
/// <param name="Present">Whether the teacher was there.</param>
public sealed record AttendanceMark(Guid EnrolmentId, DateOnly On, bool Present);
