using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>A place for internships.</summary>
public static class GetInternshipSite
{
    /// <param name="Id">Id of the place.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<InternshipSiteDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<InternshipSiteDetails>>
    {
        public Task<Versioned<InternshipSiteDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            InternshipSiteDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
