using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Takes the settling of a request back: it is again as far as its sessions say.</summary>
public static class ReopenSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<SpecialistRequestDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, _) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.Reopen();
            return await db.Changed(asked, "reopened", http.Caller(), cancellationToken);
        }
    }
}
