using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Lists the sets of indicators of the regions in which the caller reaches anything, by name.</summary>
public static class ListIndicatorSets
{
    public sealed record Query : IRequest<Ok<List<IndicatorSetSummary>>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<List<IndicatorSetSummary>>>
    {
        public async Task<Ok<List<IndicatorSetSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(await IndicatorSetSummary.Read(db, db.IndicatorSets, http.Caller(), cancellationToken));
    }
}
