using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Lets an association work again.</summary>
public static class ReopenAssociation
{
    /// <param name="Id">Id of the association.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<AssociationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<AssociationDetails>>
    {
        public async Task<Versioned<AssociationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.AssociationToChange(request.Id, request.IfMatch, cancellationToken);
            found.Reopen();
            return await db.Changed(found, "reopened", http.Caller(), cancellationToken);
        }
    }
}
