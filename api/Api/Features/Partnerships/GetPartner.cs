using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>A school that helps others.</summary>
public static class GetPartner
{
    /// <param name="Id">Id of the partner.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<PartnerSummary>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<PartnerSummary>>
    {
        public async Task<Versioned<PartnerSummary>> Handle(Query request, CancellationToken cancellationToken) =>
            await PartnerSummary.Read(db, http.Caller(), p => p.Id == request.Id, cancellationToken) is [var partner]
                ? new Versioned<PartnerSummary>(partner, partner.Version)
                : throw Problems.NotFound("Школа-партнёр");
    }
}
