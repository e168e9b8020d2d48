using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Says that a school helps no others any more; its agreements stay.</summary>
public static class RemovePartner
{
    /// <param name="Id">Id of the partner.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Remove(await db.PartnerToChange(request.Id, request.IfMatch, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
