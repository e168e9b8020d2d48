using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>An agreement with its joint actions.</summary>
public static class GetPartnership
{
    /// <param name="Id">Id of the agreement.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<PartnershipDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var details = await PartnershipDetails.Read(db, request.Id, http.Caller(), cancellationToken);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }
    }
}
