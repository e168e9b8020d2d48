using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>Where one is signed in, the newest first.</summary>
public static class ListSessions
{
    public sealed record Query : IRequest<Ok<IReadOnlyList<OpenSession>>>;

    /// <summary>An open session.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="Client">The browser in short words, «Chrome на Windows».</param>
    /// <param name="StartedAt">UTC instant of the sign-in.</param>
    /// <param name="LastSeenAt">UTC instant of the last request, to within five minutes.</param>
    /// <param name="Current">Whether this request belongs to it.</param>
    public sealed record OpenSession(Guid Id, string Client, DateTime StartedAt, DateTime LastSeenAt, bool Current);

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, Ok<IReadOnlyList<OpenSession>>>
    {
        public async Task<Ok<IReadOnlyList<OpenSession>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (me, current) = http.OwnSession();
            var now = clock.GetUtcNow().UtcDateTime;
            var (earliest, idle) = (now - PersonSession.Limit, now - PersonSession.IdleLimit);
            IReadOnlyList<OpenSession> sessions = await db
                .PersonSessions.Where(s => s.PersonId == me && s.EndedAt == null && s.StartedAt > earliest && s.LastSeenAt > idle)
                .OrderByDescending(s => s.StartedAt)
                .ThenBy(s => s.Id)
                .Select(s => new OpenSession(s.Id, s.Client, s.StartedAt, s.LastSeenAt, s.Id == current))
                .ToListAsync(cancellationToken);
            return TypedResults.Ok(sessions);
        }
    }
}
