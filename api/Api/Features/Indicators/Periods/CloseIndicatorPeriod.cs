using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>Closes a period: nothing in it changes any more.</summary>
public static class CloseIndicatorPeriod
{
    /// <param name="Id">Id of the period.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<IndicatorPeriodDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<IndicatorPeriodDetails>>
    {
        public Task<Versioned<IndicatorPeriodDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Act = ("closed", null);
            return db.ChangePeriod(request.Id, request.IfMatch, p => p.Close(clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
    }
}
