using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Internships;

/// <summary>Says that a school or organisation takes interns.</summary>
public static class OfferInternshipSite
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<InternshipSiteDetails>>;

    /// <summary>Who takes interns and for what; a school or an organisation, one of the two.</summary>
    /// <param name="Offers">What is offered.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="OrganisationId">Id of the organisation.</param>
    public sealed record Body(InternshipSiteBody Offers, Guid? SchoolId = null, Guid? OrganisationId = null) : IExampled<Body>
    {
        public static Body Example => new(InternshipSiteBody.Example, new Guid("0193a5c0-5b1e-7000-8000-000000000002"));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body)
                .Must(b => b.SchoolId is null != b.OrganisationId is null)
                .WithMessage("Площадка – либо школа, либо организация.");
            RuleFor(c => c.Body.Offers).SetValidator(new InternshipSiteValidator());
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, CreatedVersion<InternshipSiteDetails>>
    {
        public async Task<CreatedVersion<InternshipSiteDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (offers, schoolId, organisationId) = request.Body;
            var site = new InternshipSite(await Host(schoolId, organisationId, cancellationToken), organisationId, offers.Facts);
            Guid?[] schools = [schoolId];
            Guid?[] organisations = [organisationId];
            await db.MustWork(schools.OfType<Guid>(), organisations.OfType<Guid>(), cancellationToken);
            db.Add(site);
            var details = (await db.Saved(site, "registered", http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<InternshipSiteDetails>(details, details.Version, $"/api/v1/internship-sites/{details.Id}");
        }

        /// <summary>The host; an organisation that everybody finds is not everybody's to speak for.</summary>
        private async Task<IPlaced> Host(Guid? schoolId, Guid? organisationId, CancellationToken cancellationToken)
        {
            IPlaced? host = schoolId is null
                ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == organisationId, cancellationToken)
                : await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken);
            return host is not null && db.Current.Scope.Reaches(host) ? host
                : schoolId is null ? throw Problems.NotFound("Организация", "/organisationId", organisationId.ToString())
                : throw Problems.NotFound("Школа", "/schoolId", schoolId.ToString());
        }
    }
}
