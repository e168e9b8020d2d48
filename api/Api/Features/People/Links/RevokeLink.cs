using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Takes back every open link of a person.</summary>
public static class RevokeLink
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<PersonDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var person = await db.WholePersonToChange(request.Id, request.IfMatch, cancellationToken);
            if (await db.RevokeLinks(person.Id, null, now, cancellationToken) == 0)
                throw Problems.RuleBroken("no-link", "Открытой ссылки у этого человека нет.");
            db.Note(person.Id, "link-revoked", await db.PlaceOf(person.Id, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<PersonDetails>(await PersonDetails.Read(db, person, now, cancellationToken), person.Version);
        }
    }
}
