using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>An indicator with all its definitions.</summary>
public static class GetIndicator
{
    /// <param name="Id">Id of the indicator.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<IndicatorDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<IndicatorDetails>>
    {
        public async Task<Versioned<IndicatorDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var details = await IndicatorDetails.Read(db, request.Id, http.Caller(), cancellationToken);
            return new Versioned<IndicatorDetails>(details, details.Version);
        }
    }
}
