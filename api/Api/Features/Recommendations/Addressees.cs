using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Places that a recommendation may be addressed to.</summary>
internal static class Addressees
{
    /// <summary>The place that is named: a school, a municipality, or with neither the caller's region.</summary>
    /// <exception cref="Problem">404 where it is unknown or not the caller's; 400 where it is not clear which region is meant.</exception>
    public static async Task<IPlaced> Addressee(
        this AppDbContext db,
        Guid? schoolId,
        string? municipalityCode,
        CancellationToken cancellationToken
    )
    {
        var place = await PlaceOf(db, schoolId, municipalityCode, cancellationToken);
        return db.Current.Scope.Reaches(place) ? place : throw Problems.NotFound("Адресат");
    }

    private static async Task<IPlaced> PlaceOf(
        AppDbContext db,
        Guid? schoolId,
        string? municipalityCode,
        CancellationToken cancellationToken
    )
    {
        if (schoolId is { } id)
            return await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
                ?? throw Problems.NotFound("Школа", "/schoolId", id.ToString());
        if (municipalityCode is { } code)
            return await db
                    .Municipalities.Where(m => m.Code == code)
                    .Select(m => new Place(m.RegionCode, m.Code, null))
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
        return db.Current.Scope.Regions is [var region]
            ? new Place(region, null, null)
            : throw Problems.Validation("/municipalityCode", "required", "Укажите, кому адресовано: школе или муниципалитету.");
    }
}
