using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Takes the scan away from an agreement; the file is deleted.</summary>
public static class RemovePartnershipScan
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<PartnershipDetails>>;

    internal sealed class Handler(AppDbContext db, FileKeeper files, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            var id = partnership.Scan(null) ?? throw Problems.NotFound("Скан");
            db.Remove(await db.StoredFiles.SingleAsync(f => f.Id == id, cancellationToken));
            var details = await db.Saved(partnership, "scan-removed", null, http.Caller(), cancellationToken);
            await files.Delete(id);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }
    }
}
