using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Whether a role holds.</summary>
public enum GrantState
{
    /// <summary>Holds today.</summary>
    Holds,

    /// <summary>Will begin.</summary>
    Ahead,

    /// <summary>Its days are over.</summary>
    Over,

    /// <summary>Was taken back.</summary>
    Revoked,
}

/// <summary>Somebody by id and name.</summary>
/// <param name="Id">Id of the person.</param>
/// <param name="Name">Name that screens show.</param>
public sealed record PersonName(Guid Id, string Name);

/// <summary>A role of a person at a place.</summary>
/// <param name="Id">Id, for revoking.</param>
/// <param name="Role">The role.</param>
/// <param name="Place">Where.</param>
/// <param name="FromOn">First day, null when it holds from the start.</param>
/// <param name="ToOn">Last day, null when no end is set.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="GrantedBy">Who gave it; null when the product did.</param>
/// <param name="DelegatedBy">Whose rights these are, lent for a while; null when they are the person's own.</param>
public sealed record GrantDetails(
    Guid Id,
    Role Role,
    AccessPlace Place,
    DateOnly? FromOn,
    DateOnly? ToOn,
    GrantState State,
    PersonName? GrantedBy,
    PersonName? DelegatedBy
)
{
    /// <summary>Reads grants with the names of places and people, the newest first, by holder.</summary>
    internal static async Task<ILookup<Guid, GrantDetails>> Read(
        AppDbContext db,
        IQueryable<Grant> grants,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var rows = await grants
            .AsNoTracking()
            .OrderByDescending(g => g.Id)
            .Select(g => new
            {
                Grant = g,
                Region = db.Regions.Where(r => r.Code == g.RegionCode).Select(r => r.Name).FirstOrDefault(),
                Municipality = db.Municipalities.Where(m => m.Code == g.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                // Names one by one: a whole object would make SQLite number all schools and all people first.
                SchoolCode = db.Schools.Where(s => s.Id == g.SchoolId).Select(s => s.Code).FirstOrDefault(),
                SchoolName = db.Schools.Where(s => s.Id == g.SchoolId).Select(s => s.Name).FirstOrDefault(),
                SchoolMunicipality = db
                    .Schools.Where(s => s.Id == g.SchoolId)
                    .Select(s => db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).FirstOrDefault())
                    .FirstOrDefault(),
                GrantedBy = db.Users.Where(p => p.Id == g.GrantedById).Select(p => p.DisplayName).FirstOrDefault(),
                DelegatedBy = db.Users.Where(p => p.Id == g.DelegatedById).Select(p => p.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            r => r.Grant.HolderId,
            r => new GrantDetails(
                r.Grant.Id,
                r.Grant.Role,
                r is { SchoolCode: { } school, SchoolName: { } name }
                        ? new AccessPlace(PlaceKind.School, school, name, r.Grant.SchoolId, r.SchoolMunicipality)
                    : r.Grant.MunicipalityCode is { } code ? new AccessPlace(PlaceKind.Municipality, code, r.Municipality ?? code)
                    : new AccessPlace(PlaceKind.Region, r.Grant.RegionCode, r.Region ?? r.Grant.RegionCode),
                r.Grant.FromOn,
                r.Grant.ToOn,
                StateOf(r.Grant, today),
                Named(r.Grant.GrantedById, r.GrantedBy),
                Named(r.Grant.DelegatedById, r.DelegatedBy)
            )
        );
    }

    private static PersonName? Named(Guid? id, string? name) => id is { } known && name is not null ? new PersonName(known, name) : null;

    private static GrantState StateOf(Grant grant, DateOnly today) =>
        grant.RevokedAt is not null ? GrantState.Revoked
        : grant.HoldsOn(today) ? GrantState.Holds
        : grant.IsAliveOn(today) ? GrantState.Ahead
        : GrantState.Over;
}
