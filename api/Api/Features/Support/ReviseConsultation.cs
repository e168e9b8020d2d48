using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Corrects a consultation.</summary>
public static class ReviseConsultation
{
    /// <param name="Id">Id of the consultation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right; what is left out is taken away.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, ConsultationBody Body) : IRequest<Versioned<ConsultationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new ConsultationValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<ConsultationDetails>>
    {
        public async Task<Versioned<ConsultationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var facts = request.Body.Facts;
            var found =
                await db.Consultations.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Консультация");
            db.Expect(found, request.IfMatch.Version);
            if (facts.OrganisationId is { } organisation)
                await db.SupportingOrganisation(organisation, found.RegionCode, cancellationToken);
            found.Revise(facts, await db.Today(found.RegionCode, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return await GetConsultation.Read(db, found.Id, http.Caller(), cancellationToken);
        }
    }
}
