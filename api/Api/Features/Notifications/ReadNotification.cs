using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Notifications;

/// <summary>Takes note of one notification; the first time stands, so it names no version.</summary>
public static class ReadNotification
{
    /// <param name="Id">Id of the notification.</param>
    public sealed record Command(Guid Id) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var told =
                await db.Told().SingleOrDefaultAsync(n => n.Id == request.Id, cancellationToken) ?? throw Problems.NotFound("Уведомление");
            told.Read(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
