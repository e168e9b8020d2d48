using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Corrects an open recommendation; its figures are read anew.</summary>
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

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<RecommendationDetails>>
    {
        public async Task<Versioned<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.RecommendationToChange(request.Id, request.IfMatch, cancellationToken);
            await db.MustBeInRegion(request.Body.OwnerId, recommendation.RegionCode, cancellationToken);
            var causes = await CauseFigures.Read(db, recommendation.RegionCode, request.Body.Causes, cancellationToken);
            recommendation.Revise(request.Body.Facts, causes);
            return await db.Changed(recommendation, "revised", http.Caller(), cancellationToken);
        }
    }
}
