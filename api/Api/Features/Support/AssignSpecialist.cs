using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Gives a request to an organisation, or to another one.</summary>
public static class AssignSpecialist
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Who answers for it.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SpecialistRequestDetails>>;

    /// <summary>Who answers for a request.</summary>
    /// <param name="OrganisationId">Id of the organisation, nearly always the municipal education centre.</param>
    /// <param name="StaffMemberId">Who of its staff comes.</param>
    public sealed record Body(Guid OrganisationId, Guid? StaffMemberId = null) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-0000000000b1"));
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (organisationId, memberId) = request.Body;
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            var organisation = await db.SupportingOrganisation(organisationId, asked.RegionCode, cancellationToken);
            var member = await db.SupportingPerson(memberId, organisationId, cancellationToken);
            asked.Assign(organisation, member, today);
            return await db.Changed(asked, "assigned", http.Caller(), cancellationToken);
        }
    }
}
