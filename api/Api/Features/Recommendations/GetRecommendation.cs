using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Gets a recommendation with the figures that caused it.</summary>
public static class GetRecommendation
{
    /// <param name="Id">Id of the recommendation.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<RecommendationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<RecommendationDetails>>
    {
        public Task<Versioned<RecommendationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            RecommendationDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
