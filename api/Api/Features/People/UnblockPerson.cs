using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Lets a blocked person in again, with the roles that are left.</summary>
public static class UnblockPerson
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<PersonDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.WholePersonToChange(request.Id, request.IfMatch, cancellationToken);
            if (person.BlockedAt is null)
                throw Problems.RuleBroken("not-blocked", "Этот человек не заблокирован.");
            person.BlockedAt = null;
            db.Note(person.Id, "unblocked", await db.PlaceOf(person.Id, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            var details = await PersonDetails.Read(db, person, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new Versioned<PersonDetails>(details, person.Version);
        }
    }
}
