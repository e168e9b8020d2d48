using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Reads a panel for the screen and for the workbook with a constant number of statements.</summary>
internal sealed class PanelReading(AppDbContext db, IndicatorRefresher refresher, Reach reach)
{
    /// <summary>The panel of a set and period.</summary>
    /// <exception cref="Problem">404: nothing is reached as a whole; no such set or list.</exception>
    public async Task<IndicatorPanel> Read(Guid? set, Period? period, SupportCategory? category, Guid? cohort, CancellationToken ct)
    {
        if (reach.IsEmpty)
            throw Problems.NotFound("Сводка территории");
        if (await db.Meant(set, period, ct) is not { } meant)
            return new IndicatorPanel(null, period, [], [], [], 0);
        var watched = await db.WatchedIn(meant.Set, meant.Period, ct);
        await refresher.Ready(db, new IndicatorRange(reach.Visible, meant.Period), ct);
        var source = new PanelSource(db, reach, meant.Period, category, cohort);
        await source.Prepare(ct);
        var figures = await source.Figures(watched, ct);
        var told = await OfPlaces(watched, meant.Period, ct);
        var schools = await source.Schools(ct);

        var byPlace = watched.Select(w => figures[w.Id].ToLookup(r => r.MunicipalityCode, StringComparer.Ordinal)).ToList();
        var codes = schools
            .Select(s => s.MunicipalityCode)
            .Concat(byPlace.SelectMany(p => p.Select(x => x.Key)))
            .Concat(told.Keys.Select(k => k.Place));
        var places = await new GroupNames(db).Municipalities(codes, ct);
        var count = schools.ToDictionary(s => s.MunicipalityCode, s => s.Schools, StringComparer.Ordinal);
        var all = schools.Sum(s => s.Schools);
        return new IndicatorPanel(
            new PanelSet(meant.Set, watched.Count > 0 ? watched[0].SetName : ""),
            meant.Period,
            [.. watched.Select(w => w.Details)],
            [
                .. places.Select(m => new IndicatorPanelRow(
                    new PlaceName(m.Key, m.Value),
                    count.GetValueOrDefault(m.Key),
                    [.. watched.Select((w, i) => Cell(w, byPlace[i][m.Key], told.GetValueOrDefault((w.Id, m.Key))))]
                )),
            ],
            [.. watched.Select(w => Total(w, figures[w.Id], all, told.GetValueOrDefault((w.Id, w.RegionCode))))],
            all
        );
    }

    private IndicatorPanelCell Cell(Watched watched, IEnumerable<IndicatorRollup> rollups, Measure? told)
    {
        var (tally, withheld) = Shown(rollups);
        var definition = watched.Definition;
        var figure = told is { } own ? FigureDetails.Of(own) : FigureDetails.Of(tally.Value(definition.Aggregation, definition.Unit));
        return new IndicatorPanelCell(figure, tally.Schools, tally.Achieved, tally.Missed, withheld);
    }

    private IndicatorFigures Total(Watched watched, IEnumerable<IndicatorRollup> rollups, int schools, Measure? told)
    {
        var (tally, withheld) = Shown(rollups);
        var total = IndicatorFigures.Of(watched.Definition, new IndicatorAggregate(tally, null, schools - withheld), withheld);
        return told is { } own ? total with { Figure = FigureDetails.Of(own) } : total;
    }

    private (IndicatorTally Tally, int Withheld) Shown(IEnumerable<IndicatorRollup> rollups)
    {
        var (tally, withheld) = (default(IndicatorTally), 0);
        foreach (var rollup in rollups)
        {
            if (reach.Disclosure.Outward && rollup.Small)
                withheld += rollup.Schools;
            else
                tally += rollup.Tally;
        }
        return (tally, withheld);
    }

    /// <summary>Values that were told of municipalities and regions themselves.</summary>
    private async Task<Dictionary<(Guid Indicator, string Place), Measure?>> OfPlaces(
        List<Watched> watched,
        Period period,
        CancellationToken ct
    )
    {
        var ids = watched.Where(w => w.Definition.Level != IndicatorLevel.School).Select(w => w.Id).ToList();
        if (ids.Count == 0)
            return [];
        var values = await db
            .IndicatorValues.Where(v =>
                ids.Contains(v.IndicatorId) && v.Period == period && v.Breakdown == Breakdown.Whole && v.SchoolId == null
            )
            .Select(v => new
            {
                v.IndicatorId,
                v.PlaceKey,
                Measure = new Measure(v.Numerator, v.Denominator, v.Thousandths),
            })
            .ToListAsync(ct);
        var units = watched.ToDictionary(w => w.Id, w => w.Definition.Unit);
        var disclosure = reach.Disclosure;
        return values
            .Where(v => !disclosure.Outward || disclosure.Small.MayGoOutward(units[v.IndicatorId], v.Measure))
            .ToDictionary(v => (v.IndicatorId, v.PlaceKey), v => (Measure?)v.Measure);
    }
}
