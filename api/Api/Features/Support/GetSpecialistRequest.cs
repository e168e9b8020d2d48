using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Gets a request for a specialist with its sessions.</summary>
public static class GetSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<SpecialistRequestDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<SpecialistRequestDetails>>
    {
        public Task<Versioned<SpecialistRequestDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            SpecialistRequestDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
