using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Offers a course again that was closed.</summary>
public static class ReopenCourse
{
    /// <param name="Id">Id of the course.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<CourseDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<CourseDetails>>
    {
        public async Task<Versioned<CourseDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var course = await db.CourseToChange(request.Id, request.IfMatch, cancellationToken);
            course.Reopen();
            return await db.Changed(course, "reopened", http.Caller(), cancellationToken);
        }
    }
}
