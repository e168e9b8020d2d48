using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Offers a course to the schools of the region.</summary>
public static class OfferCourse
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<CourseDetails>>;

    /// <summary>The new course.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality that offers it; absent for the whole region.</param>
    /// <param name="RegionCode">Region; that of the municipality or the caller's own when absent.</param>
    public sealed record Body(CourseBody Facts, string? MunicipalityCode = null, string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example => new(CourseBody.Example, "92626000");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new CourseBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<CourseDetails>>
    {
        public async Task<CreatedVersion<CourseDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var region = await RegionOf(body, cancellationToken);
            var course = new Course(region, body.MunicipalityCode, body.Facts.Facts);
            if (!db.Current.Scope.Reaches(course))
                throw Problems.NotFound("Муниципалитет", "/municipalityCode", body.MunicipalityCode);
            await db.MustBeKnown(course.ProviderId, region, "/facts/providerId", cancellationToken);
            await db.MustKnowDeficits(body.Facts.Deficits, region, "/facts/deficits", cancellationToken);
            db.Add(course);
            var details = (await db.Changed(course, "registered", http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<CourseDetails>(details, details.Version, $"/api/v1/courses/{details.Id}");
        }

        private async Task<string> RegionOf(Body body, CancellationToken cancellationToken)
        {
            if (body.MunicipalityCode is { } code)
            {
                var of = await db
                    .Municipalities.Where(m => m.Code == code)
                    .Select(m => m.RegionCode)
                    .SingleOrDefaultAsync(cancellationToken);
                return of is not null && (body.RegionCode is null || body.RegionCode == of)
                    ? of
                    : throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
            }
            if (body.RegionCode is { } region)
                return db.Current.Scope.ReachesRegion(region) ? region : throw Problems.NotFound("Регион", "/regionCode", region);
            return db.Current.Scope.Regions is [var only]
                ? only
                : throw Problems.Validation("/municipalityCode", "required", "Укажите муниципалитет, для которого курс.");
        }
    }
}
