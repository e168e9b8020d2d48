using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>Opens a closed period again.</summary>
public static class ReopenIndicatorPeriod
{
    /// <param name="Id">Id of the period.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<IndicatorPeriodDetails>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<IndicatorPeriodDetails>>
    {
        public Task<Versioned<IndicatorPeriodDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Act = ("reopened", null);
            return db.ChangePeriod(request.Id, request.IfMatch, p => p.Reopen(), cancellationToken);
        }
    }
}
