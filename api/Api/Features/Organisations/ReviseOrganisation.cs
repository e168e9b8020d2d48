using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Corrects what is known of an organisation.</summary>
public static class ReviseOrganisation
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, OrganisationBody Body) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new OrganisationFactsValidator()).OverridePropertyName("Body");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Revise(request.Body.Facts);
            return await db.Changed(organisation, "revised", null, http.Caller(), cancellationToken);
        }
    }
}
