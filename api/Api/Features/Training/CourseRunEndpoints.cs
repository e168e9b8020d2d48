using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Training;

/// <summary>Routes of runs of courses and who is on them.</summary>
internal static class CourseRunEndpoints
{
    public static void MapCourseRuns(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/course-runs").WithTags("Training");

        group
            .MapGet("", ([AsParameters] ListCourseRuns.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .Named(nameof(ListCourseRuns), "List runs of courses with their seats");
        group
            .MapPost("", ([AsParameters] PlanCourseRun.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(PlanCourseRun), "Plan a run of a course");
        group
            .MapGet("/{id}", ([AsParameters] GetCourseRun.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .ProducesProblems(404)
            .Named(nameof(GetCourseRun), "Get a run of a course");
        group
            .MapPut("/{id}", ([AsParameters] ReviseCourseRun.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseCourseRun), "Correct days, place and seats of a run");
        group
            .MapPost("/{id}/state", ([AsParameters] AdvanceCourseRun.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AdvanceCourseRun), "Open, begin, finish or call off a run");
        group
            .MapPost("/{id}/enrolments", ([AsParameters] EnrolTeachers.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EnrolmentsWrite)
            .ProducesProblems(404, 409)
            .Named(
                nameof(EnrolTeachers),
                "Enrol teachers, or apply for them",
                "All or none. With fewer seats than people 409 tells so; sent again with waitingList the last ones wait. Somebody on two "
                    + "runs on one day is 409, too, until overlapsConfirmed."
            );
        group
            .MapPost("/{id}/results", ([AsParameters] RecordResults.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412)
            .Named(nameof(RecordResults), "Confirm enrolments, or say who completed a run; many at once, each in the version seen");
        group
            .MapPost("/{id}/withdrawals", ([AsParameters] WithdrawTeachers.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.EnrolmentsWrite)
            .ProducesProblems(404, 409, 412)
            .Named(nameof(WithdrawTeachers), "Take teachers off a run; those who wait move up");
        group
            .MapGet("/{id}/attendance", ([AsParameters] GetAttendance.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .ProducesProblems(404)
            .Named(nameof(GetAttendance), "Get which days are marked");
        group
            .MapPost("/{id}/attendance", ([AsParameters] MarkAttendance.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412)
            .Named(nameof(MarkAttendance), "Mark who was there on a day");
    }
}
