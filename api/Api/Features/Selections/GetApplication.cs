using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>An application with what the caller may know of its marks.</summary>
public static class GetApplication
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    public sealed record Query(Guid Id, Guid ApplicationId) : IRequest<Versioned<ApplicationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<ApplicationDetails>>
    {
        public Task<Versioned<ApplicationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            ApplicationDetails.Read(db, request.Id, request.ApplicationId, http.Caller(), cancellationToken);
    }
}
