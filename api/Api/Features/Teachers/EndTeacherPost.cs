using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Ends the work of a part-timer at a further school.</summary>
public static class EndTeacherPost
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="PostId">Id of the post.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When.</param>
    public sealed record Command(Guid Id, Guid PostId, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>When the work there ended.</summary>
    /// <param name="UntilOn">Last day; not ahead.</param>
    public sealed record Body(DateOnly UntilOn) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 5, 31));
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var post = teacher.Posts.FirstOrDefault(p => p.Id == request.PostId) ?? throw Problems.NotFound("Место работы");
            teacher.EndPost(post, request.Body.UntilOn, await db.Today(teacher.RegionCode, cancellationToken));
            db.NoteOf(teacher, "post-ended", new FieldChange("untilOn", null, request.Body.UntilOn.ToString("yyyy-MM-dd")));
            return await db.Changed(teacher, "post-ended", http.Caller(), cancellationToken);
        }
    }
}
