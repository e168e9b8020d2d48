using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>A teacher at a place for internships.</summary>
public static class GetInternship
{
    /// <param name="Id">Id of the internship.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<InternshipDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<InternshipDetails>>
    {
        public Task<Versioned<InternshipDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            InternshipDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
