using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Places that a recommendation may be addressed to.</summary>
internal static class Addressees
{
    /// <summary>The place that is named: a school, a municipality, or with neither the caller's own region or municipality.</summary>
    /// <exception cref="Problem">404 where it is unknown or not the caller's; 400 where it is not clear which one is meant.</exception>
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
        var scope = db.Current.Scope;
        if (municipalityCode is null && scope.Regions is [var region])
            return new Place(region, null, null);
        if ((municipalityCode ?? (scope is { Regions: [], Municipalities: [var own] } ? own : null)) is not { } code)
            throw Problems.Validation("/municipalityCode", "required", "Укажите, кому адресовано: школе или муниципалитету.");
        return await db
                .Municipalities.Where(m => m.Code == code)
                .Select(m => new Place(m.RegionCode, m.Code, null))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
    }
}
