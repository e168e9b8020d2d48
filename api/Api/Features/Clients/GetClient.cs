using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>One machine client with what is known of its keys.</summary>
public static class GetClient
{
    /// <param name="Id">Id of the client.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<ClientDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<ClientDetails>>
    {
        public async Task<Ok<ClientDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var details = await ClientDetails.Read(db, request.Id, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return TypedResults.Ok(details);
        }
    }
}
