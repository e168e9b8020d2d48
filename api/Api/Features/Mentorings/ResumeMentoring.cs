using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Takes the early end of a pairing back.</summary>
public static class ResumeMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            mentoring.Resume();
            return await db.Saved(mentoring, "resumed", null, http.Caller(), cancellationToken);
        }
    }
}
