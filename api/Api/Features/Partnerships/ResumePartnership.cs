using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Takes the early end of an agreement back.</summary>
public static class ResumePartnership
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<PartnershipDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            partnership.Resume();
            var details = await db.Saved(partnership, "resumed", null, http.Caller(), cancellationToken);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }
    }
}
