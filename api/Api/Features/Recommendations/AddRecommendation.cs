using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

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

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, CreatedVersion<RecommendationDetails>>
    {
        public async Task<CreatedVersion<RecommendationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var caller = http.Caller();
            var to = await PlaceOf(body, cancellationToken);
            if (!db.Current.Scope.Reaches(to))
                throw Problems.NotFound("Адресат");
            await db.MustBeInRegion(body.Says.OwnerId, to.RegionCode, cancellationToken);
            var causes = await CauseFigures.Read(db, to.RegionCode, body.Says.Causes, cancellationToken);
            var recommendation = new Recommendation(to, body.Says.Facts, causes, clock.GetUtcNow().UtcDateTime, caller.Actor.Id!.Value);
            db.Add(recommendation);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await RecommendationDetails.Read(db, recommendation.Id, caller, cancellationToken)).Body;
            return new CreatedVersion<RecommendationDetails>(details, details.Version, $"/api/v1/recommendations/{details.Id}");
        }

        private async Task<IPlaced> PlaceOf(Body body, CancellationToken cancellationToken)
        {
            if (body.SchoolId is { } schoolId)
                return await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken)
                    ?? throw Problems.NotFound("Школа", "/schoolId", schoolId.ToString());
            if (body.MunicipalityCode is { } code)
                return await db
                        .Municipalities.Where(m => m.Code == code)
                        .Select(m => new Place(m.RegionCode, m.Code, null))
                        .SingleOrDefaultAsync(cancellationToken)
                    ?? throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
            return db.Current.Scope.Regions is [var region]
                ? new Place(region, null, null)
                : throw Problems.Validation("/municipalityCode", "required", "Укажите, кому адресовано: школе или муниципалитету.");
        }
    }
}
