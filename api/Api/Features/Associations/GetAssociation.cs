using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Gets an association of teachers.</summary>
public static class GetAssociation
{
    /// <param name="Id">Id of the association.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<AssociationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<AssociationDetails>>
    {
        // No tag: the version is the association's own, and members and meetings change without it.
        public async Task<Ok<AssociationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok((await AssociationDetails.Read(db, request.Id, http.Caller(), cancellationToken)).Body);
    }
}
