using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Training;

/// <summary>Routes of courses and of who is trained.</summary>
public static class CourseEndpoints
{
    public static void MapTraining(this IEndpointRouteBuilder app)
    {
        app.MapCourseRuns();
        var group = app.MapGroup("/api/v1/courses").WithTags("Training");

        group
            .MapGet("", ([AsParameters] ListCourses.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .Named(nameof(ListCourses), "List courses offered in the region, each with its next run");
        group
            .MapPost("", ([AsParameters] OfferCourse.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(OfferCourse), "Offer a course");
        group
            .MapGet("/{id}", ([AsParameters] GetCourse.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .ProducesProblems(404)
            .Named(nameof(GetCourse), "Get a course");
        group
            .MapPut("/{id}", ([AsParameters] ReviseCourse.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseCourse), "Correct what is known of a course");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseCourse.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseCourse), "Offer a course no more");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenCourse.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenCourse), "Offer a course again");

        var enrolments = app.MapGroup("/api/v1/enrolments").WithTags("Training");
        enrolments
            .MapGet("", ([AsParameters] ListEnrolments.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .Named(nameof(ListEnrolments), "List who is on which run, page by page; names for those who see people");
        enrolments
            .MapGet("/file", ([AsParameters] ExportEnrolments.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportEnrolments), "Get enrolments as a workbook; the journal keeps that names were taken out");

        var coverage = app.MapGroup("/api/v1/training-coverage").WithTags("Training");
        coverage
            .MapGet("", ([AsParameters] GetTrainingCoverage.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .Named(nameof(GetTrainingCoverage), "Get how many teachers completed a course, by school, municipality or subject");
        coverage
            .MapGet("/file", ([AsParameters] ExportTrainingCoverage.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportTrainingCoverage), "Get coverage as a workbook");
    }
}
