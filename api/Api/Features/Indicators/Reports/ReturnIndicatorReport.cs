using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Sends a submitted or accepted period back, with the reason.</summary>
public static class ReturnIndicatorReport
{
    /// <param name="Id">Id of the submission.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    /// <param name="Body">Why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IndicatorReportDetails>>;

    /// <summary>Why it is sent back.</summary>
    /// <param name="Reason">What has to be put right.</param>
    public sealed record Body(string Reason) : IExampled<Body>
    {
        public static Body Example => new("Проверьте долю по математике в 6 классе: в протоколе другое число писавших");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .Must(reason => !string.IsNullOrWhiteSpace(reason) && reason.Length <= IndicatorReport.ReasonLength)
                .WithMessage($"Напишите, что исправить, до {IndicatorReport.ReasonLength} знаков.")
                .OverridePropertyName("Reason");
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<IndicatorReportDetails>>
    {
        public Task<Versioned<IndicatorReportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var reason = request.Body.Reason.Trim();
            db.Act = ("returned", reason);
            return db.Decide(
                request.Id,
                request.IfMatch,
                NotificationKind.ReportReturned,
                r => r.Return(reason, clock.GetUtcNow().UtcDateTime, db.Current.Actor.Id ?? Guid.Empty),
                cancellationToken
            );
        }
    }
}
