using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>Signs one out everywhere, here too.</summary>
public static class EndSessions
{
    public sealed record Command : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.EndSessions(http.OwnSession().PersonId, except: null, clock.GetUtcNow().UtcDateTime, cancellationToken);
            await http.HttpContext!.TakeCookie();
            return TypedResults.NoContent();
        }
    }
}
