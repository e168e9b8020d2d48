using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Counts what schools have filled of what they have to fill: two statements for a whole page.</summary>
internal static class FilledCells
{
    /// <summary>The same rows with their counts.</summary>
    public static async Task<IReadOnlyList<ReportSummary>> CountOn(
        AppDbContext db,
        IReadOnlyList<ReportSummary> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
            return rows;
        var sets = rows.Select(r => r.SetId).Distinct().ToArray();
        var indicators = await db
            .Indicators.AsNoTracking()
            .Include(i => i.Versions)
            .Where(i => EF.Parameter(sets).Contains(i.SetId))
            .ToListAsync(cancellationToken);
        var required = rows.Select(r => (r.SetId, r.Period))
            .Distinct()
            .ToDictionary(
                c => c,
                c =>
                    indicators
                        .Where(i =>
                            i.SetId == c.SetId && i.For(c.Period) is { } v && ReportCheck.IsRequired(v, IndicatorLevel.School, c.Period)
                        )
                        .Select(i => i.Id)
                        .ToHashSet()
            );
        var keys = rows.Select(r => r.SchoolId.ToString("N")).Distinct().ToArray();
        var ids = required.Values.SelectMany(r => r).Distinct().ToArray();
        var periods = rows.Select(r => r.Period).Distinct().ToArray();
        var filled = await db
            .IndicatorValues.AsNoTracking()
            .Where(v => EF.Parameter(keys).Contains(v.PlaceKey) && EF.Parameter(ids).Contains(v.IndicatorId) && v.Breakdown == "")
            .Select(v => new
            {
                v.SchoolId,
                v.Period,
                v.IndicatorId,
            })
            .ToListAsync(cancellationToken);
        var byCell = filled.Where(v => periods.Contains(v.Period)).ToLookup(v => (v.SchoolId, v.Period), v => v.IndicatorId);
        return
        [
            .. rows.Select(r =>
            {
                var asked = required[(r.SetId, r.Period)];
                return r with { Filled = byCell[(r.SchoolId, r.Period)].Count(asked.Contains), Required = asked.Count };
            }),
        ];
    }
}
