using MediatR;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Accepts a submitted period.</summary>
public static class AcceptIndicatorReport
{
    /// <param name="Id">Id of the submission.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<IndicatorReportDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<IndicatorReportDetails>>
    {
        public Task<Versioned<IndicatorReportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Act = ("accepted", null);
            return db.Decide(
                request.Id,
                request.IfMatch,
                NotificationKind.ReportAccepted,
                r => r.Accept(clock.GetUtcNow().UtcDateTime, db.Current.Actor.Id ?? Guid.Empty),
                cancellationToken
            );
        }
    }
}
