using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Takes a leaving back that was noted by mistake, or says when the teacher came back.</summary>
public static class ReturnTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>When the teacher came back.</summary>
    /// <param name="ReturnedOn">First day of the new time at the school; absent when the leaving was a mistake.</param>
    public sealed record Body(DateOnly? ReturnedOn = null) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 9, 1));
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            teacher.Return(request.Body.ReturnedOn, await db.Today(teacher.RegionCode, cancellationToken));
            return await db.Changed(teacher, "came-back", http.Caller(), cancellationToken);
        }
    }
}
