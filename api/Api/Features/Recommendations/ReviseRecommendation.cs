using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Recommendations;

/// <summary>Corrects an open recommendation; figures that stood there keep what they said then.</summary>
public static class ReviseRecommendation
{
    /// <param name="Id">Id of the recommendation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right; what is left out is taken away.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, RecommendationBody Body) : IRequest<Versioned<RecommendationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new RecommendationValidator());
    }

    internal sealed class Handler(AppDbContext db, IndicatorRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<RecommendationDetails>>
    {
        public async Task<Versioned<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.RecommendationToChange(request.Id, request.IfMatch, cancellationToken);
            await db.MustBeInRegion(request.Body.OwnerId, recommendation.RegionCode, cancellationToken);
            var causes = await new CauseFigures(db, rollups).Read(recommendation.RegionCode, request.Body.Causes, cancellationToken);
            recommendation.Revise(request.Body.Facts, [.. causes.Select(c => Kept(recommendation, c))]);
            return await db.Changed(recommendation, "revised", http.Caller(), cancellationToken);
        }

        private static CauseFacts Kept(Recommendation recommendation, CauseFacts now) =>
            recommendation.Causes.FirstOrDefault(c =>
                (c.IndicatorId, c.Period, c.SchoolId, c.MunicipalityCode)
                == (now.IndicatorId, now.Period, now.SchoolId, now.MunicipalityCode)
            )
                is { } then
                ? now with
                {
                    Figure = then.Figure,
                    Target = then.Target,
                }
                : now;
    }
}
