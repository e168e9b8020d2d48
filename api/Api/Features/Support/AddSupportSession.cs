using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Plans a session of a specialist, or writes down one that was held.</summary>
public static class AddSupportSession
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version of the request that the caller saw.</param>
    /// <param name="Body">The session; without counts it is planned.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, SessionBody Body) : IRequest<Versioned<SpecialistRequestDetails>>;

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
            await db.SupportingPerson(facts.StaffMemberId, asked.OrganisationId, cancellationToken);
            asked.AddSession(facts, today);
            return await db.Changed(asked, facts.Counts is null ? "session-planned" : "session-held", http.Caller(), cancellationToken);
        }
    }
}
