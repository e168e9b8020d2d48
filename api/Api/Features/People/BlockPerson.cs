using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Ends every session of a person at once, takes back open links and lent rights, and lets nobody in under the name.</summary>
public static class BlockPerson
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<PersonDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await using var write = await db.BeginWrite(cancellationToken);
            var person = await db.WholePersonToChange(request.Id, request.IfMatch, cancellationToken);
            if (person.Id == http.Caller().Actor.Id)
                throw Problems.RuleBroken("self-block", "Заблокировать самого себя нельзя. Попросите другого оператора.");
            if (person.BlockedAt is not null)
                throw Problems.RuleBroken("already-blocked", "Этот человек уже заблокирован.");
            var held = await db
                .Grants.Where(g => (g.HolderId == person.Id || g.DelegatedById == person.Id) && g.RevokedAt == null)
                .ToListAsync(cancellationToken);
            foreach (var region in held.Where(g => g.HolderId == person.Id && g.Role == Role.Operator).Select(g => g.RegionCode).Distinct())
                await db.DemandOperatorLeft(region, g => g.HolderId == person.Id, cancellationToken);

            person.BlockedAt = now;
            // A session that was open does not come back to life with the person.
            person.SecurityStamp = Guid.NewGuid().ToString("N");
            foreach (var lent in held.Where(g => g.DelegatedById == person.Id))
                lent.Revoke(now);
            await db.RevokeLinks(person.Id, null, now, cancellationToken);
            db.Note(person.Id, "blocked", await db.PlaceOf(person.Id, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return new Versioned<PersonDetails>(await PersonDetails.Read(db, person, now, cancellationToken), person.Version);
        }
    }
}
