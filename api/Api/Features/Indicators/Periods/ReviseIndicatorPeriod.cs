using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>Sets the last day for submitting a period.</summary>
public static class ReviseIndicatorPeriod
{
    /// <param name="Id">Id of the period.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IndicatorPeriodDetails>>;

    /// <summary>When it is due.</summary>
    /// <param name="DueOn">Last day for submitting; null sets none.</param>
    public sealed record Body(DateOnly? DueOn) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 2, 1));
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<IndicatorPeriodDetails>>
    {
        public Task<Versioned<IndicatorPeriodDetails>> Handle(Command request, CancellationToken cancellationToken) =>
            db.ChangePeriod(request.Id, request.IfMatch, p => p.Revise(request.Body.DueOn), cancellationToken);
    }
}
