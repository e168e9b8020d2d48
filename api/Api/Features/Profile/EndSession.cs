using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Profile;

/// <summary>Signs one browser out.</summary>
public static class EndSession
{
    /// <summary>Which one.</summary>
    /// <param name="Id">Key of the session.</param>
    public sealed record Command(Guid Id) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var (me, current) = http.OwnSession();
            var session =
                await db.PersonSessions.SingleOrDefaultAsync(
                    s => s.Id == request.Id && s.PersonId == me && s.EndedAt == null,
                    cancellationToken
                ) ?? throw Problems.NotFound("Сеанс");
            session.End(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            if (session.Id == current)
                await http.HttpContext!.TakeCookie();
            return TypedResults.NoContent();
        }
    }
}
