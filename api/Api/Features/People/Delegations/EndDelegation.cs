using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Takes own rights back from a colleague before their last day.</summary>
public static class EndDelegation
{
    /// <param name="PersonId">Id of the colleague.</param>
    public sealed record Command(Guid PersonId) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = http.Caller().Actor.Id;
            var today = await db.Today(cancellationToken);
            var lent = await db
                .Grants.Where(g => g.DelegatedById == me && g.HolderId == request.PersonId && g.RevokedAt == null && g.ToOn >= today)
                .ToListAsync(cancellationToken);
            if (lent.Count == 0)
                throw Problems.NotFound("Передача прав");
            foreach (var grant in lent)
            {
                grant.Revoke(clock.GetUtcNow().UtcDateTime);
                var municipality =
                    grant.MunicipalityCode
                    ?? await db
                        .Schools.Where(s => s.Id == grant.SchoolId)
                        .Select(s => s.MunicipalityCode)
                        .FirstOrDefaultAsync(cancellationToken);
                db.Note(
                    request.PersonId,
                    "delegation-ended",
                    new Place(grant.RegionCode, municipality, grant.SchoolId),
                    new FieldChange("role", grant.Role.ToString(), null),
                    new FieldChange("delegatedBy", me.ToString(), null)
                );
            }
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
