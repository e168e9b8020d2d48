using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Corrects what is known of an event.</summary>
public static class ReviseEvent
{
    /// <param name="Id">Id of the event.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, EventBody Body) : IRequest<Versioned<EventDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new EventBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<EventDetails>>
    {
        public async Task<Versioned<EventDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var found = await db.EventToChange(request.Id, request.IfMatch, cancellationToken);
            if (request.Body.OrganiserId != found.OrganiserId || request.Body.OrganiserSchoolId != found.OrganiserSchoolId)
                await db.MustKnowOrganiser(request.Body, found.RegionCode, "", cancellationToken);
            found.Revise(request.Body.Facts, await db.Today(found.RegionCode, cancellationToken));
            var answer = await db.Changed(found, "revised", http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return answer;
        }
    }
}
