using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Access;

/// <summary>Who is signed in.</summary>
/// <param name="Id">Id of the person.</param>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="DisplayName">Name that screens show.</param>
/// <param name="Role">The widest role held: it decides the home page.</param>
/// <param name="Grants">Every role and its place.</param>
/// <param name="Permissions">Everything permitted somewhere, as <c>schools:write</c>.</param>
/// <param name="Region">The region of the first grant, with its own names for things.</param>
/// <param name="Version">Version of the person, for If-Match.</param>
/// <param name="Preferences">How screens look and behave for the person.</param>
/// <param name="SecondFactor">Whether a code is asked for at sign-in.</param>
/// <param name="MustSetUpSecondFactor">Whether nothing works before a second factor is set up.</param>
public sealed record MeDetails(
    Guid Id,
    string UserName,
    string DisplayName,
    Role Role,
    IReadOnlyList<MeGrant> Grants,
    IReadOnlyList<string> Permissions,
    MeRegion? Region,
    int Version,
    Preferences Preferences,
    bool SecondFactor,
    bool MustSetUpSecondFactor
)
{
    /// <summary>Reads what the caller is; the scope of the request must reach all of the caller's places.</summary>
    public static async Task<MeDetails> Read(
        AppDbContext db,
        Person person,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var grants = caller.Grants;
        var regions = await db.Regions.AsNoTracking().ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var municipalityCodes = grants.Select(g => g.MunicipalityCode).OfType<string>().ToList();
        // An empty list is not asked for: most people hold one kind of place.
        var municipalities =
            municipalityCodes.Count == 0
                ? []
                : await db
                    .Municipalities.Where(m => municipalityCodes.Contains(m.Code))
                    .ToDictionaryAsync(m => m.Code, m => m.Name, cancellationToken);
        var schoolIds = grants.Select(g => g.SchoolId).OfType<Guid>().ToList();
        var schools =
            schoolIds.Count == 0
                ? []
                : await db
                    .Schools.Where(s => schoolIds.Contains(s.Id))
                    .Select(s => new NamedSchool(s.Id, s.Code, s.Name))
                    .ToDictionaryAsync(s => s.Id, cancellationToken);

        MePlace PlaceOf(GrantedRole grant)
        {
            if (grant.SchoolId is { } id && schools.TryGetValue(id, out var school))
                return new MePlace("school", school.Code, school.Name, id);
            return grant.MunicipalityCode is { } code
                ? new MePlace("municipality", code, municipalities.GetValueOrDefault(code, code), null)
                : new MePlace("region", grant.RegionCode, regions.Find(r => r.Code == grant.RegionCode)?.Name ?? grant.RegionCode, null);
        }

        return new MeDetails(
            person.Id,
            person.UserName!,
            person.DisplayName,
            grants.Count == 0 ? Role.School : grants.Min(g => g.Role),
            [.. grants.Select(g => new MeGrant(g.Role, PlaceOf(g)))],
            [.. grants.SelectMany(g => Roles.Of(g.Role)).Distinct().Order().Select(PermissionWords.NameOf)],
            grants.Count > 0 && regions.Find(r => r.Code == grants[0].RegionCode) is { } region ? MeRegion.From(region, now) : null,
            person.Version,
            person.Preferences,
            person.TwoFactorEnabled,
            caller.MustSetUpSecondFactor
        );
    }

    private sealed record NamedSchool(Guid Id, string Code, string Name);
}

/// <summary>A role at a place.</summary>
public sealed record MeGrant(Role Role, MePlace Place);

/// <summary>A place: kind is <c>region</c>, <c>municipality</c> or <c>school</c>.</summary>
public sealed record MePlace(string Kind, string Code, string Name, Guid? SchoolId);

/// <summary>A region with its own names of the categories.</summary>
/// <param name="Code">ISO 3166-2 code.</param>
/// <param name="Name">Full Russian name.</param>
/// <param name="LowResultsLabel">What the region calls schools with low results.</param>
/// <param name="AdverseConditionsLabel">What the region calls schools in adverse social conditions.</param>
/// <param name="TimeZone">IANA time zone in which «today» is told.</param>
/// <param name="SchoolYear">The school year that holds now, set or by date.</param>
public sealed record MeRegion(
    string Code,
    string Name,
    string LowResultsLabel,
    string AdverseConditionsLabel,
    string TimeZone,
    Period SchoolYear
)
{
    /// <summary>The region as it is at this UTC instant.</summary>
    public static MeRegion From(Region region, DateTime now) =>
        new(region.Code, region.Name, region.LowResultsLabel, region.AdverseConditionsLabel, region.TimeZone, region.SchoolYearAt(now));
}
