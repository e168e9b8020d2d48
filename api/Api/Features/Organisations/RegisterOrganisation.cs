using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Registers an organisation.</summary>
public static class RegisterOrganisation
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<OrganisationDetails>>;

    /// <summary>The new organisation.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="MunicipalityCode">ОКТМО code of its municipality; absent for the whole region.</param>
    /// <param name="RegionCode">Region; that of the municipality or the caller's own when absent.</param>
    public sealed record Body(OrganisationBody Facts, string? MunicipalityCode = null, string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new OrganisationBody(
                    "Елабужский муниципальный образовательный центр",
                    OrganisationKind.EducationCentre,
                    "МОЦ",
                    [CentreFunction.Coordinating, CentreFunction.Methodical]
                ),
                "92626000"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Facts.Facts).SetValidator(new OrganisationFactsValidator()).OverridePropertyName("Body.Facts");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, CreatedVersion<OrganisationDetails>>
    {
        public async Task<CreatedVersion<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var region = await RegionOf(body, cancellationToken);
            var organisation = new Organisation(region, body.MunicipalityCode, body.Facts.Facts);
            if (!db.Current.Scope.Reaches(organisation))
                throw Problems.NotFound("Муниципалитет", "/municipalityCode", body.MunicipalityCode);
            db.Add(organisation);
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await OrganisationDetails.Read(db, organisation.Id, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<OrganisationDetails>(details, details.Version, $"/api/v1/organisations/{details.Id}");
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
            var regions = db.Current.Scope.Regions;
            if (body.RegionCode is { } region)
                return db.Current.Scope.ReachesRegion(region) ? region : throw Problems.NotFound("Регион", "/regionCode", region);
            return regions.Count == 1
                ? regions[0]
                : throw Problems.Validation("/municipalityCode", "required", "Укажите муниципалитет организации.");
        }
    }
}
