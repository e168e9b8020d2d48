using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Adds somebody to the staff of an organisation.</summary>
public static class AddStaffMember
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="IfMatch">The version of the organisation that the caller saw.</param>
    /// <param name="Body">What is known of the person.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, StaffBody Body) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new StaffBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Employ(request.Body.Facts);
            return await db.Changed(organisation, "staff-added", null, http.Caller(), cancellationToken);
        }
    }
}
