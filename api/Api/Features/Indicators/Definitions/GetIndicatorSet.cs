using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>A set of indicators.</summary>
public static class GetIndicatorSet
{
    /// <param name="Id">Id of the set.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<IndicatorSetSummary>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<IndicatorSetSummary>>
    {
        public async Task<Versioned<IndicatorSetSummary>> Handle(Query request, CancellationToken cancellationToken)
        {
            var set = await IndicatorSetSummary.Read(db, request.Id, http.Caller(), cancellationToken);
            return new Versioned<IndicatorSetSummary>(set, set.Version);
        }
    }
}
