using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Corrects what is known of somebody on the staff.</summary>
public static class ReviseStaffMember
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="MemberId">Id of the person on its staff.</param>
    /// <param name="IfMatch">The version of the organisation that the caller saw.</param>
    /// <param name="Body">What is known of the person.</param>
    public sealed record Command(Guid Id, Guid MemberId, IfMatch IfMatch, StaffBody Body) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new StaffBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Member(request.MemberId).Revise(request.Body.Facts);
            return await db.Changed(organisation, "staff-revised", null, http.Caller(), cancellationToken);
        }
    }
}
