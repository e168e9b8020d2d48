using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Takes the retirement of an indicator back.</summary>
public static class RestoreIndicator
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<IndicatorDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<IndicatorDetails>>
    {
        public async Task<Versioned<IndicatorDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var indicator = await db.IndicatorToChange(request.Id, request.IfMatch, cancellationToken);
            indicator.Restore();
            return await db.Changed(indicator, "restored", null, http.Caller(), cancellationToken);
        }
    }
}
