using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>All that is known of one place in one or several sets: what its grid shows and its writes are judged by.</summary>
internal sealed class PlaceSheet
{
    private readonly Dictionary<(Guid Set, Period Period), IndicatorPeriod> _columns;
    private readonly Dictionary<(Guid Set, Period Period), IndicatorReport> _reports;
    private readonly Dictionary<ValueKey, IndicatorValue> _values;
    private readonly Dictionary<Guid, Indicator> _indicators;

    private readonly Lazy<Dictionary<Guid, long>> _people;

    private PlaceSheet(
        IndicatorPlace place,
        List<Indicator> indicators,
        List<IndicatorPeriod> columns,
        List<IndicatorReport> reports,
        List<IndicatorValue> values
    )
    {
        Place = place;
        Indicators = indicators;
        _indicators = indicators.ToDictionary(i => i.Id);
        _columns = columns.ToDictionary(c => (c.SetId, c.Period));
        _reports = reports.ToDictionary(r => (r.SetId, r.Period));
        _values = values.ToDictionary(v => new ValueKey(v.IndicatorId, v.Period, v.Breakdown));
        _people = new(() =>
            values
                .Where(v => v.Breakdown.Length == 0 && v.Denominator is not null)
                .GroupBy(v => v.IndicatorId)
                .ToDictionary(g => g.Key, g => g.MaxBy(v => v.Period)!.Denominator!.Value)
        );
    }

    /// <summary>Whose it is.</summary>
    public IndicatorPlace Place { get; }

    /// <summary>The indicators with their versions, in the order of their sets.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Values that were there when it was read.</summary>
    public IEnumerable<IndicatorValue> Values => _values.Values;

    /// <summary>Reads it. Values of single indicators are read to be written, and tracked.</summary>
    /// <param name="db">The database.</param>
    /// <param name="place">Whose it is.</param>
    /// <param name="indicators">Indicators of the sets, with their versions.</param>
    /// <param name="columns">Periods of the sets; null to read them.</param>
    /// <param name="only">Only values of these indicators; null for all of the sets.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PlaceSheet> Read(
        AppDbContext db,
        IndicatorPlace place,
        List<Indicator> indicators,
        List<IndicatorPeriod>? columns,
        IReadOnlyCollection<Guid>? only,
        CancellationToken cancellationToken
    )
    {
        var sets = indicators.Select(i => i.SetId).Distinct().ToArray();
        var key = place.Key;
        columns ??= await db
            .IndicatorPeriods.AsNoTracking()
            .Where(p => EF.Parameter(sets).Contains(p.SetId))
            .ToListAsync(cancellationToken);
        var reports = await db
            .IndicatorReports.AsNoTracking()
            .Where(r => r.PlaceKey == key && EF.Parameter(sets).Contains(r.SetId))
            .ToListAsync(cancellationToken);
        var ids = (only ?? [.. indicators.Select(i => i.Id)]).ToArray();
        var rows = only is null ? db.IndicatorValues.AsNoTracking() : db.IndicatorValues;
        var values = await rows.Where(v => v.PlaceKey == key && EF.Parameter(ids).Contains(v.IndicatorId)).ToListAsync(cancellationToken);
        return new PlaceSheet(place, indicators, columns, reports, values);
    }

    /// <summary>The column of a period; null when it was never opened.</summary>
    public IndicatorPeriod? Column(Guid setId, Period period) => _columns.GetValueOrDefault((setId, period));

    /// <summary>The submission of a period; null when it has not begun.</summary>
    public IndicatorReport? Report(Guid setId, Period period) => _reports.GetValueOrDefault((setId, period));

    /// <summary>The value of a cell; null when it is empty.</summary>
    public IndicatorValue? Value(Guid indicatorId, Period period, string part) =>
        _values.GetValueOrDefault(new ValueKey(indicatorId, period, part));

    /// <summary>What the cell held a year before; null also when it was measured in something else then.</summary>
    public Measure? YearBefore(Guid indicatorId, Period period, string part) =>
        period.HasYearBefore && _indicators[indicatorId].IsMeasuredAlike(period, period.YearBefore)
            ? Value(indicatorId, period.YearBefore, part)?.Measure
            : null;

    /// <summary>Of how many people an indicator tells: the newest base stands for the number there is.</summary>
    public long? People(Guid indicatorId) => _people.Value.TryGetValue(indicatorId, out var people) ? people : null;

    /// <summary>Why a cell cannot be written; null when it can.</summary>
    public ValueFault? Lock(Indicator indicator, Period period, string part, IndicatorSource? by) =>
        EntryRules.Locked(
            indicator,
            part,
            new EntryPlace(Place.Level, period, Column(indicator.SetId, period), Report(indicator.SetId, period)?.State, by)
        );

    private readonly record struct ValueKey(Guid IndicatorId, Period Period, string Breakdown);
}
