using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Hands an application in.</summary>
public static class SubmitApplication
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, Guid ApplicationId, IfMatch IfMatch) : IRequest<Versioned<ApplicationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<ApplicationDetails>>
    {
        public async Task<Versioned<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (application, selection, today) = await db.ApplicationToChange(
                request.Id,
                request.ApplicationId,
                request.IfMatch,
                cancellationToken
            );
            application.Submit(selection, clock.GetUtcNow().UtcDateTime, today);
            return await db.Saved(application, "submitted", http.Caller(), cancellationToken);
        }
    }
}
