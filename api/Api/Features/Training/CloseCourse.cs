using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Offers a course no more; its runs and who completed them stay.</summary>
public static class CloseCourse
{
    /// <param name="Id">Id of the course.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<CourseDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<CourseDetails>>
    {
        public async Task<Versioned<CourseDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var course = await db.CourseToChange(request.Id, request.IfMatch, cancellationToken);
            course.Close(await db.Today(course.RegionCode, cancellationToken));
            return await db.Changed(course, "closed", http.Caller(), cancellationToken);
        }
    }
}
