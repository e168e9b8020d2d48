using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Strikes a session out that was planned or written down by mistake.</summary>
public static class RemoveSupportSession
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="SessionId">Id of the session.</param>
    /// <param name="IfMatch">The version of the request that the caller saw.</param>
    public sealed record Command(Guid Id, Guid SessionId, IfMatch IfMatch) : IRequest<Versioned<SpecialistRequestDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, _) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.RemoveSession(asked.Session(request.SessionId));
            return await db.Changed(asked, "session-removed", http.Caller(), cancellationToken);
        }
    }
}
