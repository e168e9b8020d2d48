using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Indicators;

/// <summary>Which kept-ready figures of indicators somebody is about to read.</summary>
/// <param name="Regions">Codes of the regions.</param>
/// <param name="Period">One period, or all.</param>
/// <param name="IndicatorId">One indicator, or all.</param>
public sealed record IndicatorRange(IReadOnlyList<string> Regions, Period? Period = null, Guid? IndicatorId = null)
{
    internal IQueryable<DirtyIndicator> Notes(AppDbContext db)
    {
        var notes = db.DirtyIndicators.Where(n => Regions.Contains(n.RegionCode));
        if (Period is { } period)
            notes = notes.Where(n => n.Period == period);
        return IndicatorId is { } indicator ? notes.Where(n => n.IndicatorId == indicator) : notes;
    }
}

/// <summary>
/// Keeps the figures of indicators ready: computes again what notes name, before a read that touches it and in the background.
/// <para>
/// The notes themselves make it right without locks. They are read before the values, so a later change leaves a note that is not among
/// them; and they must all still be there when the figures are saved, so of two that compute the same group at once, on two instances,
/// the later one starts again.
/// </para>
/// </summary>
public sealed class IndicatorRefresher(IServiceScopeFactory scopes)
{
    private const int NotesAtOnce = 1_000;

    private readonly RegionTurns _turns = new(scopes);

    /// <summary>Makes the figures of the range true; one statement when they are already.</summary>
    public async Task Ready(AppDbContext db, IndicatorRange range, CancellationToken cancellationToken)
    {
        foreach (var region in (await Groups(range.Notes(db), cancellationToken)).GroupBy(g => g.RegionCode))
            await Refresh(region.Key, [.. region], cancellationToken);
    }

    /// <summary>Computes everything that is noted, in every region; group by group, so that no reader waits for all of it.</summary>
    public async Task RefreshAll(CancellationToken cancellationToken)
    {
        List<IndicatorGroup> groups;
        await using (var scope = scopes.CreateAsyncScope())
            groups = await Groups(scope.ServiceProvider.GetRequiredService<AppDbContext>().DirtyIndicators, cancellationToken);
        foreach (var period in groups.GroupBy(g => (g.RegionCode, g.Period)))
            await Refresh(period.Key.RegionCode, [.. period], cancellationToken);
    }

    private static async Task<List<IndicatorGroup>> Groups(IQueryable<DirtyIndicator> notes, CancellationToken cancellationToken) =>
        [
            .. (
                await notes
                    .Select(n => new
                    {
                        n.RegionCode,
                        n.IndicatorId,
                        n.Period,
                    })
                    .Distinct()
                    .ToListAsync(cancellationToken)
            ).Select(n => new IndicatorGroup(n.RegionCode, n.IndicatorId, n.Period)),
        ];

    private Task Refresh(string region, IReadOnlyList<IndicatorGroup> groups, CancellationToken cancellationToken) =>
        _turns.Run(
            region,
            async db =>
            {
                var source = new IndicatorSource(db, region);
                foreach (var group in groups)
                    await RefreshOne(db, source, group, cancellationToken);
            },
            cancellationToken
        );

    private static async Task RefreshOne(AppDbContext db, IndicatorSource source, IndicatorGroup group, CancellationToken cancellationToken)
    {
        var notes = await db
            .DirtyIndicators.Where(n => n.RegionCode == group.RegionCode && n.Period == group.Period && n.IndicatorId == group.IndicatorId)
            .Select(n => n.Id)
            .ToListAsync(cancellationToken);
        if (notes.Count == 0)
            return;
        var computed = await source.Calculate(group, cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        await Replace(db, group, computed, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var some in notes.Chunk(NotesAtOnce))
        {
            if (await db.DirtyIndicators.Where(n => some.Contains(n.Id)).ExecuteDeleteAsync(cancellationToken) != some.Length)
                throw new Overtaken();
        }
        await write.Commit(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static async Task Replace(
        AppDbContext db,
        IndicatorGroup group,
        IReadOnlyList<IndicatorRollup> computed,
        CancellationToken cancellationToken
    )
    {
        var stored = (
            await db
                .IndicatorRollups.Where(r =>
                    r.RegionCode == group.RegionCode && r.Period == group.Period && r.IndicatorId == group.IndicatorId
                )
                .ToListAsync(cancellationToken)
        ).ToDictionary(KeyOf);
        foreach (var rollup in computed)
        {
            if (stored.Remove(KeyOf(rollup), out var former))
                db.Entry(former).CurrentValues.SetValues(rollup);
            else
                db.Add(rollup);
        }
        db.RemoveRange(stored.Values);

        static (string, string, bool) KeyOf(IndicatorRollup r) => (r.MunicipalityCode, r.Category, r.Small);
    }

    /// <summary>What figures are computed from; what is the same for all groups is read once.</summary>
    private sealed class IndicatorSource(AppDbContext db, string region)
    {
        private Standings? _standings;
        private SmallGroups? _limits;

        public async Task<IReadOnlyList<IndicatorRollup>> Calculate(IndicatorGroup group, CancellationToken cancellationToken)
        {
            var (indicatorId, period) = (group.IndicatorId, group.Period);
            var indicator = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .SingleOrDefaultAsync(i => i.Id == indicatorId, cancellationToken);
            if (indicator?.For(period) is not { } definition)
                return [];
            var values = await db
                .IndicatorValues.Where(v =>
                    v.IndicatorId == indicatorId && v.Period == period && v.Breakdown == Breakdown.Whole && v.SchoolId != null
                )
                .Select(v => new SchoolValue(v.SchoolId!.Value, new Measure(v.Numerator, v.Denominator, v.Thousandths)))
                .ToListAsync(cancellationToken);
            var targets = await db
                .IndicatorTargets.Where(t => t.IndicatorId == indicatorId && t.Period == period && t.SchoolId != null)
                .Select(t => new SchoolTarget(t.SchoolId!.Value, t.TargetThousandths))
                .ToListAsync(cancellationToken);
            _limits ??= SmallGroups.Of(await db.Regions.AsNoTracking().SingleAsync(r => r.Code == region, cancellationToken));
            // A school may have been registered since they were read; one with values always stands before them.
            if (_standings is null || values.Any(v => !_standings.Know(v.SchoolId)) || targets.Any(t => !_standings.Know(t.SchoolId)))
                _standings = await Standings.Read(db, region, cancellationToken);
            return IndicatorRollupCalculation.Calculate(
                group,
                definition.Meaning,
                values,
                targets,
                _standings.Of(period.ResultsYear),
                _limits.Value
            );
        }
    }
}
