using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Takes the closing of an organisation back.</summary>
public static class ReopenOrganisation
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<OrganisationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Reopen();
            return await db.Changed(organisation, "reopened", null, http.Caller(), cancellationToken);
        }
    }
}
