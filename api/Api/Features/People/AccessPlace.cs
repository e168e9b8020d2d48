using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>How large a place is.</summary>
public enum PlaceKind
{
    /// <summary>A whole region.</summary>
    [JsonStringEnumMemberName("region")]
    Region,

    /// <summary>A whole municipality.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary>One school.</summary>
    [JsonStringEnumMemberName("school")]
    School,
}

/// <summary>The place of a role.</summary>
/// <param name="Kind">How large it is.</param>
/// <param name="Code">ISO 3166-2, ОКТМО or the code of the school.</param>
/// <param name="Name">Its name.</param>
/// <param name="SchoolId">Id of the school, when it is one.</param>
/// <param name="Municipality">Name of the municipality that the school stands in.</param>
public sealed record AccessPlace(PlaceKind Kind, string Code, string Name, Guid? SchoolId = null, string? Municipality = null);

/// <summary>A place that a role can be given at.</summary>
/// <param name="Shown">As screens show it.</param>
/// <param name="RegionCode">Its region.</param>
/// <param name="MunicipalityCode">The municipality that it is or stands in.</param>
internal sealed record GrantPlace(AccessPlace Shown, string RegionCode, string? MunicipalityCode) : IPlaced
{
    /// <inheritdoc/>
    public Guid? SchoolId => Shown.SchoolId;

    /// <summary>Finds the place of a role by its official code, within the caller's scope.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<(GrantPlace Place, Func<Guid, Grant> Grant)> Find(
        AppDbContext db,
        Role role,
        string code,
        CancellationToken cancellationToken
    )
    {
        switch (role)
        {
            case Role.School:
                var school =
                    await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken)
                    ?? throw Problems.NotFound("Школа", "/place", code);
                var shown = new AccessPlace(PlaceKind.School, school.Code, school.Name, school.Id);
                return (
                    new GrantPlace(shown, school.RegionCode, school.MunicipalityCode),
                    id => Domain.Access.Grant.InSchool(id, role, school)
                );
            case Role.Coordinator:
                var municipality =
                    await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellationToken)
                    ?? throw Problems.NotFound("Муниципалитет", "/place", code);
                return (
                    new GrantPlace(
                        new AccessPlace(PlaceKind.Municipality, municipality.Code, municipality.Name),
                        municipality.RegionCode,
                        municipality.Code
                    ),
                    id => Domain.Access.Grant.InMunicipality(id, role, municipality)
                );
            default:
                var region =
                    await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancellationToken)
                    ?? throw Problems.NotFound("Регион", "/place", code);
                return (
                    new GrantPlace(new AccessPlace(PlaceKind.Region, region.Code, region.Name), region.Code, null),
                    id => Domain.Access.Grant.InRegion(id, role, region.Code)
                );
        }
    }
}
