using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Takes somebody off the staff; the name is erased.</summary>
public static class RemoveStaffMember
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="MemberId">Id of the person on its staff.</param>
    /// <param name="IfMatch">The version of the organisation that the caller saw.</param>
    public sealed record Command(Guid Id, Guid MemberId, IfMatch IfMatch) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Dismiss(organisation.Member(request.MemberId));
            return await db.Changed(organisation, "staff-removed", null, http.Caller(), cancellationToken);
        }
    }
}
