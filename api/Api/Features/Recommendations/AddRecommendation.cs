using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Recommendations;

/// <summary>Addresses a recommendation or decision to a place.</summary>
public static class AddRecommendation
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<RecommendationDetails>>;

    /// <summary>To whom and what. Without school and municipality it is addressed to the region.</summary>
    /// <param name="Says">What is said.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality.</param>
    public sealed record Body(RecommendationBody Says, Guid? SchoolId = null, string? MunicipalityCode = null) : IExampled<Body>
    {
        public static Body Example => new(RecommendationBody.Example, new Guid("0193a5c0-5b1e-7000-8000-000000000002"));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Says).SetValidator(new RecommendationValidator());
            RuleFor(c => c.Body.SchoolId)
                .Must((c, school) => school is null || c.Body.MunicipalityCode is null)
                .WithMessage("Выберите одного адресата: школу или муниципалитет.");
        }
    }

    internal sealed class Handler(AppDbContext db, IndicatorRefresher rollups, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, CreatedVersion<RecommendationDetails>>
    {
        public async Task<CreatedVersion<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var caller = http.Caller();
            var to = await db.Addressee(body.SchoolId, body.MunicipalityCode, cancellationToken);
            await db.MustBeInRegion(body.Says.OwnerId, to.RegionCode, cancellationToken);
            var causes = await new CauseFigures(db, rollups).Read(to.RegionCode, body.Says.Causes, cancellationToken);
            var recommendation = new Recommendation(to, body.Says.Facts, causes, clock.GetUtcNow().UtcDateTime, caller.Actor.Id!.Value);
            db.Add(recommendation);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await RecommendationDetails.Read(db, recommendation.Id, caller, cancellationToken)).Body;
            return new CreatedVersion<RecommendationDetails>(details, details.Version, $"/api/v1/recommendations/{details.Id}");
        }
    }
}
