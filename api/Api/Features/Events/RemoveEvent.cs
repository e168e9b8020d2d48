using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Strikes an event out that was announced by mistake and that nobody took part in.</summary>
public static class RemoveEvent
{
    /// <param name="Id">Id of the event.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var found = await db.EventToChange(request.Id, request.IfMatch, cancellationToken);
            found.MustBeEmpty();
            db.Remove(found);
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
