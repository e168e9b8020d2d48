using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Says what came of a recommendation, or calls it off.</summary>
public static class SettleRecommendation
{
    /// <param name="Id">Id of the recommendation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What came of it.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<RecommendationDetails>>;

    /// <summary>What came of it.</summary>
    /// <param name="Cancelled">Whether it was called off instead of followed.</param>
    /// <param name="Outcome">What came of it, or why it was called off.</param>
    public sealed record Body(bool Cancelled, string Outcome) : IExampled<Body>
    {
        public static Body Example => new(false, "Задания разобраны на двух заседаниях ШМО; в октябре доля «2» и «3» — 41 %.");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Outcome)
                .NotEmpty()
                .MaximumLength(Recommendation.TextLength)
                .WithMessage($"Напишите, что получилось, до {Recommendation.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<RecommendationDetails>>
    {
        public async Task<Versioned<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.RecommendationToChange(request.Id, request.IfMatch, cancellationToken);
            recommendation.Settle(
                request.Body.Cancelled ? RecommendationState.Cancelled : RecommendationState.Done,
                request.Body.Outcome,
                clock.GetUtcNow().UtcDateTime
            );
            return await db.Changed(recommendation, "settled", http.Caller(), cancellationToken);
        }
    }
}
