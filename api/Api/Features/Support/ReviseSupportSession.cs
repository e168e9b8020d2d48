using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Corrects a session, or says that a planned one was held and whom it reached.</summary>
public static class ReviseSupportSession
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="SessionId">Id of the session.</param>
    /// <param name="IfMatch">The version of the request that the caller saw.</param>
    /// <param name="Body">The session; without counts it is planned.</param>
    public sealed record Command(Guid Id, Guid SessionId, IfMatch IfMatch, SessionBody Body)
        : IRequest<Versioned<SpecialistRequestDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new SessionValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var facts = request.Body.Facts;
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            var session = asked.Session(request.SessionId);
            // Whoever held it may have left the staff since: the id may stay, a new one must be of the organisation.
            if (facts.StaffMemberId != session.StaffMemberId)
                await db.SupportingPerson(facts.StaffMemberId, session.OrganisationId, cancellationToken);
            asked.ReviseSession(session, facts, today);
            return await db.Changed(asked, facts.Counts is null ? "session-planned" : "session-held", http.Caller(), cancellationToken);
        }
    }
}
