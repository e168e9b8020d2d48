using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Recommendations;

/// <summary>A figure in words, as screens and papers show it.</summary>
/// <param name="Figure">The value; null where there is none.</param>
/// <param name="Target">The target; null where there is none.</param>
internal readonly record struct FigureText(string? Figure, string? Target);

/// <summary>
/// What indicators say of places now. What schools bring is told of larger places as panels tell it: from the figures kept ready over
/// their schools.
/// </summary>
internal sealed class PlaceFigures(IndicatorRefresher rollups)
{
    private Dictionary<(string Place, Guid Indicator, Period Period), Measure> _values = [];
    private Dictionary<(string Place, Guid Indicator, Period Period), long> _targets = [];
    private Dictionary<(string Place, Guid Indicator, Period Period), IndicatorTally> _tallies = [];

    /// <summary>Reads the figures of the indicators at the places, all of one region.</summary>
    public async Task Read(
        AppDbContext db,
        IReadOnlyCollection<Guid> indicators,
        IReadOnlyCollection<IPlaced> places,
        CancellationToken cancellationToken
    )
    {
        var (ids, keys) = (indicators.ToArray(), places.Select(IndicatorValue.KeyOf).Distinct().ToArray());
        _values = await db
            .IndicatorValues.AsNoTracking()
            .Where(v => EF.Parameter(keys).Contains(v.PlaceKey) && EF.Parameter(ids).Contains(v.IndicatorId))
            .Where(v => v.Breakdown == Breakdown.Whole)
            .ToDictionaryAsync(v => (v.PlaceKey, v.IndicatorId, v.Period), v => v.Measure, cancellationToken);
        _targets = await db
            .IndicatorTargets.AsNoTracking()
            .Where(t => EF.Parameter(keys).Contains(t.PlaceKey) && EF.Parameter(ids).Contains(t.IndicatorId))
            .ToDictionaryAsync(t => (t.PlaceKey, t.IndicatorId, t.Period), t => t.TargetThousandths, cancellationToken);
        var large = places.Where(p => p.SchoolId is null).ToList();
        if (large.Count > 0)
            await ReadTallies(db, ids, large, cancellationToken);
    }

    private async Task ReadTallies(AppDbContext db, Guid[] ids, List<IPlaced> places, CancellationToken cancellationToken)
    {
        var region = places[0].RegionCode;
        await rollups.Ready(db, new IndicatorRange([region]), cancellationToken);
        var rows = db
            .IndicatorRollups.AsNoTracking()
            .Where(r => r.RegionCode == region && r.Category == IndicatorRollup.AllSchools && EF.Parameter(ids).Contains(r.IndicatorId));
        if (places.All(p => p.MunicipalityCode is not null))
        {
            var codes = places.Select(p => p.MunicipalityCode!).Distinct().ToArray();
            rows = rows.Where(r => EF.Parameter(codes).Contains(r.MunicipalityCode));
        }
        var found = await rows.ToListAsync(cancellationToken);
        _tallies = places
            .SelectMany(place =>
                found
                    .Where(r => place.MunicipalityCode is null || r.MunicipalityCode == place.MunicipalityCode)
                    .Select(r => (Key: (IndicatorValue.KeyOf(place), r.IndicatorId, r.Period), r.Tally))
            )
            .GroupBy(t => t.Key)
            .ToDictionary(g => g.Key, g => IndicatorTally.Sum(g.Select(t => t.Tally)));
    }

    /// <summary>Periods in which the indicator has a value or a target at the place, newest first.</summary>
    public IReadOnlyList<Period> Periods(IPlaced place, Guid indicator)
    {
        var key = IndicatorValue.KeyOf(place);
        return
        [
            .. _values
                .Keys.Concat(_targets.Keys)
                .Concat(_tallies.Where(t => t.Value.Schools > 0).Select(t => t.Key))
                .Where(k => k.Place == key && k.Indicator == indicator)
                .Select(k => k.Period)
                .Distinct()
                .OrderDescending(),
        ];
    }

    /// <summary>The figure in the words of the definition in force then.</summary>
    public FigureText Of(IPlaced place, Indicator indicator, Period period)
    {
        var version = indicator.For(period) ?? indicator.Current;
        var key = (IndicatorValue.KeyOf(place), indicator.Id, period);
        var figure = _values.TryGetValue(key, out var value)
            ? value.Text(version.Unit, version.Decimals)
            : OverSchools(_tallies.GetValueOrDefault(key), version);
        return new FigureText(
            figure,
            _targets.TryGetValue(key, out var target) ? Measure.Number(target).Text(version.Unit, version.Decimals) : null
        );
    }

    // A mean of schools is not the figure of their pupils, and says so.
    private static string? OverSchools(IndicatorTally tally, IndicatorVersion version) =>
        tally.Value(version.Aggregation, version.Unit) is not { } value ? null
        : value.Kind == AggregateKind.MeanOfSchools ? $"в среднем по школам {value.Measure.Text(version.Unit, version.Decimals)}"
        : value.Measure.Text(version.Unit, version.Decimals);
}
