using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Takes the settling of a recommendation back; what was said of its outcome stays until it is settled again.</summary>
public static class ReopenRecommendation
{
    /// <param name="Id">Id of the recommendation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<RecommendationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<RecommendationDetails>>
    {
        public async Task<Versioned<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.RecommendationToChange(request.Id, request.IfMatch, cancellationToken);
            recommendation.Reopen();
            return await db.Changed(recommendation, "reopened", http.Caller(), cancellationToken);
        }
    }
}
