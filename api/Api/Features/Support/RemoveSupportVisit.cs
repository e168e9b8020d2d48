using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Strikes a visit to a school out that was written down by mistake.</summary>
public static class RemoveSupportVisit
{
    /// <param name="Id">Id of the visit.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var found =
                await db.SupportVisits.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken) ?? throw Problems.NotFound("Выезд");
            db.Expect(found, request.IfMatch.Version);
            db.Remove(found);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
