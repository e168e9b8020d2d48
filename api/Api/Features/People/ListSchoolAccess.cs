using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Who can do what at a school: everybody whose role reaches it, through the school, its municipality or the region.</summary>
public static class ListSchoolAccess
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<IReadOnlyList<SchoolAccess>>>;

    /// <summary>One role that reaches the school.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="State">Where the person stands on the way in.</param>
    /// <param name="Grant">The role, and the place through which it reaches the school.</param>
    /// <param name="MayWrite">Whether the role changes data of the school, not only reads.</param>
    /// <param name="IsReached">Whether the caller may open the person's card.</param>
    public sealed record SchoolAccess(PersonName Person, PersonState State, GrantDetails Grant, bool MayWrite, bool IsReached);

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<IReadOnlyList<SchoolAccess>>>
    {
        public async Task<Ok<IReadOnlyList<SchoolAccess>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var school =
                await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Школа");
            var now = clock.GetUtcNow().UtcDateTime;
            var today = await db.Today(school.RegionCode, cancellationToken);
            var (region, municipality) = (school.RegionCode, school.MunicipalityCode);
            var grants = db.Grants.Where(g =>
                g.RevokedAt == null
                && (g.ToOn == null || g.ToOn >= today)
                && (
                    g.SchoolId == request.Id
                    || g.SchoolId == null && g.MunicipalityCode == municipality
                    || g.SchoolId == null && g.MunicipalityCode == null && g.RegionCode == region
                )
            );
            var told = await GrantDetails.Read(db, grants, today, cancellationToken);
            var reached = db.ReachedGrants();
            var people = await db
                .Users.AsNoTracking()
                .Where(p => grants.Any(g => g.HolderId == p.Id))
                .OrderBy(p => p.SortName)
                .Select(p => new { Person = p, IsReached = reached.Any(g => g.HolderId == p.Id) })
                .ToListAsync(cancellationToken);
            var links = await PersonSummary.Links(db, [.. people.Select(p => p.Person.Id)], cancellationToken);
            var rows =
                from row in people
                from grant in told[row.Person.Id]
                orderby grant.Place.Kind descending
                select new SchoolAccess(
                    new PersonName(row.Person.Id, row.Person.DisplayName),
                    PersonSummary.From(row.Person, links.GetValueOrDefault(row.Person.Id), [], now).State,
                    grant,
                    Roles.Of(grant.Role).Any(p => p.ToString().EndsWith("Write", StringComparison.Ordinal)),
                    row.IsReached
                );
            return TypedResults.Ok<IReadOnlyList<SchoolAccess>>([.. rows]);
        }
    }
}
