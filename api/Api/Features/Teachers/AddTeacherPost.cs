using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Adds a further school of a part-timer; its people read the teacher from then on.</summary>
public static class AddTeacherPost
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Where and since when.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>Where and since when.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="FromOn">First day there; absent when unknown.</param>
    public sealed record Body(Guid SchoolId, DateOnly? FromOn = null) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), new DateOnly(2020, 9, 1));
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var school = await db.SchoolForTeacher(request.Body.SchoolId, cancellationToken);
            teacher.AddPost(school, request.Body.FromOn, await db.Today(teacher.RegionCode, cancellationToken));
            db.NoteOf(teacher, "post-added", new FieldChange("school", null, school.Name));
            return await db.Changed(teacher, "post-added", http.Caller(), cancellationToken);
        }
    }
}
