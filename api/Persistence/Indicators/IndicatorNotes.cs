using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Persistence.Indicators;

/// <summary>
/// The one way to say that something computed from values of indicators is out of date. Notes are added in the transaction that makes
/// the change; whoever computes takes them away again. A note is added even where the same one stands already: that one may just have
/// been read by somebody who has not seen this change.
/// </summary>
public static class IndicatorNotes
{
    /// <summary>Notes that values or targets of an indicator in a period changed: its kept-ready figures are to be told anew.</summary>
    public static void MarkIndicator(this AppDbContext db, string regionCode, Guid indicatorId, Period period) =>
        db.DirtyIndicators.Add(
            new DirtyIndicator
            {
                Id = Guid.CreateVersion7(),
                RegionCode = regionCode,
                IndicatorId = indicatorId,
                Period = period,
            }
        );

    /// <summary>Notes that the schools of a results year stand or are listed otherwise: all figures of its periods are to be told anew.</summary>
    internal static async Task MarkIndicatorsOf(
        this AppDbContext db,
        string regionCode,
        int resultsYear,
        CancellationToken cancellationToken
    )
    {
        var periods = Period.OfResultsYear(resultsYear);
        await db.MarkIndicators(
            db.DirtyIndicators.Where(n => n.RegionCode == regionCode && periods.Contains(n.Period)),
            db.IndicatorRollups.Where(r => r.RegionCode == regionCode && periods.Contains(r.Period)),
            cancellationToken
        );
    }

    /// <summary>Notes that all figures of a region are to be told anew.</summary>
    internal static Task MarkIndicatorsOf(this AppDbContext db, string regionCode, CancellationToken cancellationToken) =>
        db.MarkIndicators(
            db.DirtyIndicators.Where(n => n.RegionCode == regionCode),
            db.IndicatorRollups.Where(r => r.RegionCode == regionCode),
            cancellationToken
        );

    /// <summary>Notes that a school stands elsewhere: the figures of these years that it has a part in are to be told anew.</summary>
    internal static async Task MarkIndicatorsOf(this AppDbContext db, School school, int firstYear, CancellationToken cancellationToken)
    {
        var ofValues = db.IndicatorValues.Where(v => v.SchoolId == school.Id).Select(v => new { v.IndicatorId, v.Period });
        var ofTargets = db.IndicatorTargets.Where(t => t.SchoolId == school.Id).Select(t => new { t.IndicatorId, t.Period });
        foreach (var group in await ofValues.Union(ofTargets).ToListAsync(cancellationToken))
        {
            if (group.Period.ResultsYear >= firstYear)
                db.MarkIndicator(school.RegionCode, group.IndicatorId, group.Period);
        }
    }

    /// <summary>Notes that a value changed which formulas may use; when others of its place and period did, too, it stands for all of them.</summary>
    public static void MarkInput(this AppDbContext db, IndicatorValue value, bool narrow = true) =>
        db.FormulaNotes.Add(
            new FormulaNote
            {
                Id = Guid.CreateVersion7(),
                RegionCode = value.RegionCode,
                SchoolId = value.SchoolId,
                MunicipalityCode = value.MunicipalityCode,
                Period = value.Period,
                InputId = narrow ? value.IndicatorId : null,
            }
        );

    // Also what is just being computed: those figures cannot be seen yet, but the notes that will go with them can; read first, so that
    // one or the other is always found.
    private static async Task MarkIndicators(
        this AppDbContext db,
        IQueryable<DirtyIndicator> notes,
        IQueryable<IndicatorRollup> rollups,
        CancellationToken cancellationToken
    )
    {
        var noted = await notes
            .Select(n => new
            {
                n.RegionCode,
                n.IndicatorId,
                n.Period,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        var computed = await rollups
            .Select(r => new
            {
                r.RegionCode,
                r.IndicatorId,
                r.Period,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var group in noted.Concat(computed).Distinct())
            db.MarkIndicator(group.RegionCode, group.IndicatorId, group.Period);
    }
}
