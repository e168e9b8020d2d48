using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Gets a run of a course.</summary>
public static class GetCourseRun
{
    /// <param name="Id">Id of the run.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<CourseRunDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<CourseRunDetails>>
    {
        public Task<Versioned<CourseRunDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            CourseRunDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
