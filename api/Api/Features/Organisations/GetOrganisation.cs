using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>An organisation with its staff.</summary>
public static class GetOrganisation
{
    /// <param name="Id">Id of the organisation.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<OrganisationDetails>>
    {
        public Task<Versioned<OrganisationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            OrganisationDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
