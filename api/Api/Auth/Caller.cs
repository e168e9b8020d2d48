using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Auth;

/// <summary>One grant of a caller, as read with the request; it holds today.</summary>
/// <param name="Role">The role.</param>
/// <param name="RegionCode">The region of its place.</param>
/// <param name="MunicipalityCode">The municipality, when the place is one.</param>
/// <param name="SchoolId">The school, when the place is one.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day, null when no end is set.</param>
/// <param name="DelegatedById">Whose rights these are, null when they are the caller's own.</param>
/// <param name="SmallGroups">Below how many figures are small in its region.</param>
public sealed record GrantedRole(
    Role Role,
    string RegionCode,
    string? MunicipalityCode,
    Guid? SchoolId,
    DateOnly? FromOn,
    DateOnly? ToOn,
    Guid? DelegatedById,
    SmallGroups SmallGroups
);

/// <summary>Who calls: a signed-in person or a machine client, with the grants that stand in the database at this moment.</summary>
public sealed record Caller(Actor Actor, IReadOnlyList<GrantedRole> Grants)
{
    /// <summary>The session of a person.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Whether a region demands a second factor of this person, who has none yet.</summary>
    public bool MustSetUpSecondFactor { get; init; }

    /// <summary>What of its roles the caller may use: a machine client has permissions of its own; null is all.</summary>
    public IReadOnlySet<Permission>? Only { get; init; }

    /// <summary>Whether any grant allows it anywhere.</summary>
    public bool May(Permission permission) => Uses(permission) && Grants.Any(g => Roles.Permits(g.Role, permission));

    /// <summary>Whether what the caller reads leaves the programme: figures over few pupils are then withheld.</summary>
    public bool IsThirdParty => Grants.All(g => g.Role == Role.Integration);

    /// <summary>Below how many figures are small for this caller: of several regions the strictest counts.</summary>
    public SmallGroups SmallGroups =>
        Grants.Count == 0
            ? SmallGroups.Standard
            : new SmallGroups(Grants.Max(g => g.SmallGroups.LeastPupils), Grants.Max(g => g.SmallGroups.LeastSchools));

    /// <summary>Whether names of people may be shown to the caller.</summary>
    public bool SeesPeople => Grants.Any(g => Roles.SeesPeople(g.Role));

    /// <summary>The places at which the caller may do it.</summary>
    public Scope ScopeFor(Permission permission) => ScopeOf(Grants.Where(g => Uses(permission) && Roles.Permits(g.Role, permission)));

    /// <summary>Every place at which the caller is anything.</summary>
    public Scope WholeScope() => ScopeOf(Grants);

    /// <summary>What of the scope for a permission (null: of the whole) is reached by the rights of others only.</summary>
    public LentScopes? Lent(Permission? permission)
    {
        var held = Grants.Where(g => permission is not { } p || Roles.Permits(g.Role, p)).ToList();
        var others = held.Where(g => g.DelegatedById is not null).GroupBy(g => g.DelegatedById!.Value).ToList();
        return others.Count == 0
            ? null
            : new LentScopes(ScopeOf(held.Where(g => g.DelegatedById is null)), [.. others.Select(o => new LentScope(o.Key, ScopeOf(o)))]);
    }

    private bool Uses(Permission permission) => Only?.Contains(permission) ?? true;

    private static Scope ScopeOf(IEnumerable<GrantedRole> grants)
    {
        var held = grants.ToList();
        return new Scope(
            [
                .. held.Where(g => g.MunicipalityCode is null && g.SchoolId is null)
                    .Select(g => g.RegionCode)
                    .Distinct(StringComparer.Ordinal),
            ],
            [.. held.Where(g => g.SchoolId is null).Select(g => g.MunicipalityCode).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. held.Select(g => g.SchoolId).OfType<Guid>().Distinct()],
            [.. held.Select(g => g.RegionCode).Distinct(StringComparer.Ordinal)]
        );
    }
}

/// <summary>Finds the caller of a request.</summary>
public static class CallerOfRequest
{
    /// <summary>The caller, on a route that needs one.</summary>
    public static Caller Caller(this IHttpContextAccessor http) => http.HttpContext?.Features.Get<Caller>() ?? throw Problems.SignedOut();
}
