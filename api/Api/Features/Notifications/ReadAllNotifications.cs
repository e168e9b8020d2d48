using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Notifications;

/// <summary>Takes note of everything that one was told.</summary>
public static class ReadAllNotifications
{
    public sealed record Command : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.TakeNote(db.Told(), cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
