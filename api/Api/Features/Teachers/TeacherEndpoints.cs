using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Teachers;

/// <summary>Routes of the register of teachers.</summary>
public static class TeacherEndpoints
{
    public static void MapTeachers(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/teachers").WithTags("Teachers");

        group
            .MapGet("", ([AsParameters] ListTeachers.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TeachersRead)
            .Named(nameof(ListTeachers), "List teachers, page by page");
        group
            .MapPost("", ([AsParameters] RegisterTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409)
            .Named(
                nameof(RegisterTeacher),
                "Register a teacher",
                "Where the school has somebody of this name, 409 tells who; sent again with sameNameConfirmed a second person is registered."
            );
        group
            .MapGet("/file", ([AsParameters] ExportTeachers.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TeachersRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportTeachers), "Get the list of teachers as a workbook; the journal keeps that names were taken out");
        group
            .MapPost("/match", ([AsParameters] MatchTeachers.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersRead)
            .Named(
                nameof(MatchTeachers),
                "Find the teachers that a list of names means",
                "Words in any order and initials will do; each name is answered in its place with those whom it may mean."
            );
        group
            .MapGet("/{id}", ([AsParameters] GetTeacher.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TeachersRead)
            .ProducesProblems(404)
            .Named(nameof(GetTeacher), "Get a teacher with places of work and achievements; the journal keeps who looked");
        group
            .MapPut("/{id}", ([AsParameters] ReviseTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseTeacher), "Correct what is known of a teacher");
        group
            .MapPost("/{id}/leave", ([AsParameters] DismissTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(DismissTeacher), "Say that a teacher works at the school no more");
        group
            .MapPost("/{id}/return", ([AsParameters] ReturnTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReturnTeacher), "Take a leaving back, or say when the teacher came back");
        group
            .MapPost("/{id}/move", ([AsParameters] MoveTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(MoveTeacher), "Move a teacher to another school");
        group
            .MapPost("/{id}/posts", ([AsParameters] AddTeacherPost.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddTeacherPost), "Add a further school of a part-timer");
        group
            .MapPost(
                "/{id}/posts/{postId}/end",
                ([AsParameters] EndTeacherPost.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(EndTeacherPost), "End the work of a part-timer at a further school");
        group
            .MapPost(
                "/{id}/achievements",
                ([AsParameters] AddTeacherAchievement.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AddTeacherAchievement), "Note what a teacher achieved");
        group
            .MapDelete(
                "/{id}/achievements/{achievementId}",
                ([AsParameters] RemoveTeacherAchievement.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveTeacherAchievement), "Take an achievement away that was noted by mistake");
        group
            .MapPost("/{id}/anonymise", ([AsParameters] AnonymiseTeacher.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(
                nameof(AnonymiseTeacher),
                "Erase the name of a teacher for good",
                "There is no way back. The row stays without name, so that every count stays what it was."
            );
    }
}
