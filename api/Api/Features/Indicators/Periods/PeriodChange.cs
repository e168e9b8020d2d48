using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>What all changes of a period have in common.</summary>
internal static class PeriodChange
{
    /// <summary>Finds the period, expects this version, changes and saves it.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Versioned<IndicatorPeriodDetails>> ChangePeriod(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        Action<IndicatorPeriod> change,
        CancellationToken cancellationToken
    )
    {
        await using var write = await db.BeginWrite(cancellationToken);
        var period =
            await db.IndicatorPeriods.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw Problems.NotFound("Период");
        db.Expect(period, seen.Version);
        change(period);
        await db.HoldPeriods(period.RegionCode, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
        return new Versioned<IndicatorPeriodDetails>(IndicatorPeriodDetails.Of(period), period.Version);
    }
}
