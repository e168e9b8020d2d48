using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>One period of a set at one place, read to be looked through and handed in.</summary>
internal sealed record ReportPlace(IndicatorPlace Place, IndicatorPeriod Column, PlaceSheet Sheet)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<ReportPlace> Read(
        AppDbContext db,
        Guid setId,
        Period period,
        Guid? schoolId,
        string? municipality,
        CancellationToken cancellationToken
    )
    {
        var column =
            await db.IndicatorPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.SetId == setId && p.Period == period, cancellationToken)
            ?? throw Problems.NotFound("Период набора");
        var place = await IndicatorPlace.Find(db, column.RegionCode, schoolId, municipality, cancellationToken);
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => i.SetId == setId)
            .OrderBy(i => i.Number)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        return new ReportPlace(place, column, await PlaceSheet.Read(db, place, indicators, [column], only: null, cancellationToken));
    }

    /// <summary>All that stands in the way of handing it in.</summary>
    public IReadOnlyList<ReportItem> Look() =>
        [
            .. ReportCheck.Look(
                Sheet.Indicators,
                Place.Level,
                Column.Period,
                [.. Sheet.Values.Where(v => v.Period == Column.Period)],
                v => Sheet.YearBefore(v.IndicatorId, v.Period, v.Breakdown)
            ),
        ];
}
