using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Writes a visit to a school down.</summary>
public static class AddSupportVisit
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<SupportVisitDetails>>;

    /// <summary>Where and what.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Facts">What is known of it.</param>
    public sealed record Body(Guid SchoolId, VisitBody Facts) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), VisitBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new VisitValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, CreatedVersion<SupportVisitDetails>>
    {
        public async Task<CreatedVersion<SupportVisitDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var facts = request.Body.Facts.Facts;
            var school = await db.SupportedSchool(request.Body.SchoolId, cancellationToken);
            if (facts.OrganisationId is { } organisation)
                await db.SupportingOrganisation(organisation, school.RegionCode, cancellationToken);
            var added = new SupportVisit(school, facts, await db.Today(school.RegionCode, cancellationToken));
            db.Add(added);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await GetSupportVisit.Read(db, added.Id, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<SupportVisitDetails>(details, details.Version, $"/api/v1/support-visits/{details.Id}");
        }
    }
}
