using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Says that an indicator is watched no more; its values stay.</summary>
public static class RetireIndicator
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">From when and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IndicatorDetails>>;

    /// <summary>From when and why.</summary>
    /// <param name="FromOn">Periods that begin on this day or later take no values.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly FromOn, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2030, 1, 1), "Показателя нет в новой программе");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(School.ReasonLength)
                .WithMessage($"Укажите причину, до {School.ReasonLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<IndicatorDetails>>
    {
        public async Task<Versioned<IndicatorDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var indicator = await db.IndicatorToChange(request.Id, request.IfMatch, cancellationToken);
            indicator.Retire(request.Body.FromOn, await db.LastUsed(indicator.Id, cancellationToken));
            return await db.Changed(indicator, "retired", request.Body.Reason, http.Caller(), cancellationToken);
        }
    }
}
