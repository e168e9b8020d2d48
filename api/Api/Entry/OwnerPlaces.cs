using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Entry;

/// <summary>Where something new belongs, as its sender says it.</summary>
internal static class OwnerPlaces
{
    /// <summary>
    /// The school, the municipality or the region that is named, within the caller's places; the caller's own place when none is named and
    /// there is only one.
    /// </summary>
    /// <exception cref="Problem">404 where it is unknown or out of reach, 400 where none is named and several are possible.</exception>
    public static async Task<IPlaced> OwnerPlace(
        this AppDbContext db,
        (string? RegionCode, string? MunicipalityCode, Guid? SchoolId) named,
        CancellationToken cancellationToken
    )
    {
        var scope = db.Current.Scope;
        if (named.SchoolId is { } schoolId)
        {
            var school = await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken);
            return
                school is not null
                && (named.MunicipalityCode is null || named.MunicipalityCode == school.MunicipalityCode)
                && (named.RegionCode is null || named.RegionCode == school.RegionCode)
                ? school
                : throw Problems.NotFound("Школа", "/schoolId", schoolId.ToString());
        }
        if (named.MunicipalityCode is { } code)
        {
            var region = await db
                .Municipalities.Where(m => m.Code == code)
                .Select(m => m.RegionCode)
                .SingleOrDefaultAsync(cancellationToken);
            return
                region is not null
                && (named.RegionCode is null || named.RegionCode == region)
                && new Place(region, code, null) is var place
                && scope.Reaches(place)
                ? place
                : throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
        }
        if (named.RegionCode is { } asked)
            return scope.ReachesRegion(asked) ? new Place(asked, null, null) : throw Problems.NotFound("Регион", "/regionCode", asked);
        return scope switch
        {
            { Regions: [var only] } => new Place(only, null, null),
            { Regions: [], Municipalities: [var only] } => new Place(scope.VisibleRegions[0], only, null),
            { Regions: [], Municipalities: [], Schools: [var only] } => await db
                .Schools.AsNoTracking()
                .SingleAsync(s => s.Id == only, cancellationToken),
            _ => throw Problems.Validation("/municipalityCode", "required", "Укажите муниципалитет или школу, к которым это относится."),
        };
    }
}
