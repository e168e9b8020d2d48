using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Takes a role back at once, and with it what was lent of it.</summary>
public static class RevokeGrant
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="GrantId">Id of the grant.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, Guid GrantId, IfMatch IfMatch) : IRequest<Versioned<PersonDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await using var write = await db.BeginWrite(cancellationToken);
            var person = await db.PersonToChange(request.Id, request.IfMatch, cancellationToken);
            var grant =
                await db.ReachedGrants().SingleOrDefaultAsync(g => g.Id == request.GrantId && g.HolderId == person.Id, cancellationToken)
                ?? throw Problems.NotFound("Роль");
            if (grant.RevokedAt is not null)
                throw Problems.RuleBroken("already-revoked", "Эта роль уже отозвана.");
            var municipality =
                grant.MunicipalityCode
                ?? await db
                    .Schools.Where(s => s.Id == grant.SchoolId)
                    .Select(s => s.MunicipalityCode)
                    .SingleOrDefaultAsync(cancellationToken);
            var place = new Place(grant.RegionCode, municipality, grant.SchoolId);
            if (!http.Caller().MayGive(grant.Role, place))
                throw Problems.Forbidden($"Отзыв роли «{RoleWords.Of(grant.Role)}» в этом месте");
            if (grant is { Role: Role.Operator, DelegatedById: null })
                await db.DemandOperatorLeft(grant.RegionCode, g => g.Id == grant.Id, cancellationToken);

            grant.Revoke(now);
            var lent = await db
                .Grants.Where(g => g.DelegatedById == person.Id && g.RevokedAt == null && g.Role == grant.Role)
                .ToListAsync(cancellationToken);
            foreach (var other in lent.Where(g => grant.DelegatedById is null && g.IsLike(grant)))
                other.Revoke(now);
            var code = grant.SchoolId?.ToString() ?? grant.MunicipalityCode ?? grant.RegionCode;
            db.Note(
                person.Id,
                "revoked",
                place,
                new FieldChange("role", grant.Role.ToString(), null),
                new FieldChange("place", code, null)
            );
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return new Versioned<PersonDetails>(await PersonDetails.Read(db, person, now, cancellationToken), person.Version);
        }
    }
}
