using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Indicators.Definitions;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Demo;

/// <summary>
/// Adopts a ready-made set as an operator does, opens its periods and puts the values and targets of a table, all in one transaction:
/// where the set is there already, so is the rest.
/// </summary>
internal sealed class DemoIndicators(AppDbContext db, TimeProvider clock)
{
    private const int Thousandths = 3;
    private Dictionary<string, IPlaced> _places = [];
    private Dictionary<string, Indicator> _indicators = [];

    /// <summary>Makes it, unless it is there.</summary>
    public async Task Make(DemoIndicatorFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.IndicatorSets.AnyAsync(s => s.RegionCode == demo.Region && s.Code == demo.Set, cancellationToken))
            return;
        var ready = ReadySets.Find(demo.Set)!;
        await new SetTaking(db, demo.Region).Take(ready.Code, ready.Facts, ready.Indicators, dryRun: false, cancellationToken);
        var set = await db.IndicatorSets.SingleAsync(s => s.RegionCode == demo.Region && s.Code == demo.Set, cancellationToken);
        db.AddRange(demo.Periods.Select(p => new IndicatorPeriod(set, p, dueOn: null)));
        await Look(set, cancellationToken);
        List<IndicatorValue> values = [];
        foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
            Put(Row.Of(cells), values);
        db.AddRange(values);
        db.MarkValues(values);
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    private async Task Look(IndicatorSet set, CancellationToken cancellationToken)
    {
        _indicators = await db
            .Indicators.Include(i => i.Versions)
            .Where(i => i.SetId == set.Id)
            .ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellationToken);
        var schools = await db.Schools.AsNoTracking().Where(s => s.RegionCode == set.RegionCode).ToListAsync(cancellationToken);
        var municipalities = await db
            .Municipalities.Where(m => m.RegionCode == set.RegionCode)
            .Select(m => m.Code)
            .ToListAsync(cancellationToken);
        _places = schools.ToDictionary(
            s => s.Code,
            IPlaced (s) => new Place(s.RegionCode, s.MunicipalityCode, s.Id),
            StringComparer.Ordinal
        );
        foreach (var code in municipalities)
            _places[code] = new Place(set.RegionCode, code, null);
    }

    private void Put(Row row, List<IndicatorValue> values)
    {
        var (place, indicator) = (_places[row.Place], _indicators[row.Indicator]);
        if (row.Measure is { } measure)
        {
            var faults = IndicatorRules.Faults(indicator.Current.Meaning, measure).ToList();
            if (faults.Count > 0)
                throw new InvalidOperationException($"{row.Place} {row.Indicator}: {faults[0].Code}");
            var record = new ValueRecord(measure, ValueOrigin.Imported, clock.GetUtcNow().UtcDateTime, ById: null, row.Comment);
            values.Add(new IndicatorValue(place, indicator.Id, row.Period, Breakdown.Whole, record));
        }
        if (row.Target is { } target)
            db.Add(
                new IndicatorTarget(place, indicator.Id, row.Period, new TargetFacts(target, row.Baseline, row.BaselinePeriod, row.Comment))
            );
    }

    private sealed record Row(string Place, string Indicator, Period Period)
    {
        public Measure? Measure { get; private init; }
        public long? Target { get; private init; }
        public long? Baseline { get; private init; }
        public Period? BaselinePeriod { get; private init; }
        public string? Comment { get; private init; }

        public static Row Of(string[] cells) =>
            new(cells[0], cells[1], Period.Parse(cells[2]))
            {
                Measure = MeasureOf(cells[3], cells[4], cells[5]),
                Target = Number(cells[6]),
                Baseline = Number(cells[7]),
                BaselinePeriod = Period.TryParse(cells[8], out var period) ? period : null,
                Comment = cells[9].Length > 0 ? cells[9] : null,
            };

        private static Measure? MeasureOf(string numerator, string denominator, string value) =>
            denominator.Length > 0 ? Domain.Indicators.Measure.Share(Whole(numerator), Whole(denominator))
            : value is "да" or "нет" ? Domain.Indicators.Measure.YesNo(value == "да")
            : Number(value) is { } number ? Domain.Indicators.Measure.Number(number)
            : null;

        private static long? Number(string cell) => cell.Length > 0 ? RussianNumber.Parse(cell, Thousandths).Scaled : null;

        private static long Whole(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
    }
}
