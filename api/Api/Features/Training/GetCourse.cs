using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Gets a course.</summary>
public static class GetCourse
{
    /// <param name="Id">Id of the course.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<CourseDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<CourseDetails>>
    {
        public Task<Versioned<CourseDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            CourseDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
