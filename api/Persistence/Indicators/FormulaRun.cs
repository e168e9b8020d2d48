using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Places;

namespace Opora.Persistence.Indicators;

/// <summary>
/// One computation of a region's formulas: period by period from the earliest, in each the schools first, then municipalities and the
/// region, whose sums are of the schools' values. Every portion is written with the turn, so two that run at once never mix.
/// </summary>
internal sealed class FormulaRun(
    AppDbContext db,
    RegionFacts region,
    FormulaModel model,
    FormulaDemand demand,
    FormulaProgress progress,
    TimeProvider clock
)
{
    private const int SchoolsAtOnce = 500;

    /// <summary>How many values were written or taken away.</summary>
    public int Changed { get; private set; }

    public async Task Compute(CancellationToken cancellationToken)
    {
        progress.StartedAt = Now();
        (progress.Done, progress.Total, progress.FinishedAt) = (0, await Estimate(cancellationToken), null);
        if (progress.Total > SchoolsAtOnce)
        {
            // Long enough for somebody to ask how far it has come.
            progress.Turn++;
            await db.SaveChangesAsync(cancellationToken);
        }
        foreach (var period in model.Periods)
        {
            await ComputeSchools(period, cancellationToken);
            foreach (var level in (IndicatorLevel[])[IndicatorLevel.Municipality, IndicatorLevel.Region])
                await ComputePlaces(period, level, cancellationToken);
        }
    }

    private async Task ComputeSchools(Period period, CancellationToken cancellationToken)
    {
        var formulas = model.Open(period, IndicatorLevel.School);
        if (formulas.Count == 0)
            return;
        var schools = demand.MeansAllSchools(period) ? await AllSchools(cancellationToken) : [.. demand.Schools(period).Order()];
        foreach (var ids in schools.Chunk(SchoolsAtOnce))
        {
            var facts = new FormulaFacts(db, region, model.For(period));
            await facts.ReadSchools(ids, cancellationToken);
            var cells = new ComputedCells(facts, Now());
            foreach (var school in facts.Schools)
                Compute(new Place(progress.RegionCode, school.MunicipalityCode, school.Id), facts.ForSchool(school.Id), formulas, cells);
            await Write(cells, period, ids.Length, cancellationToken);
        }
    }

    private async Task ComputePlaces(Period period, IndicatorLevel level, CancellationToken cancellationToken)
    {
        var formulas = new List<ComputedIndicator>();
        var uses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var formula in model.Open(period, level))
            // Its inputs come before it, so what follows from them is known here.
            if (demand.Means(period, formula) || formula.References?.Indicators.Any(uses.Contains) == true)
            {
                formulas.Add(formula);
                uses.Add(formula.Code);
            }
        if (formulas.Count == 0)
            return;
        List<Place> places =
            level == IndicatorLevel.Region ? [new Place(progress.RegionCode, null, null)] : await Municipalities(cancellationToken);
        var facts = new FormulaFacts(db, region, model.For(period));
        await facts.ReadPlaces(formulas, [.. places.Select(p => IndicatorValue.KeyOf(p))], cancellationToken);
        var cells = new ComputedCells(facts, Now());
        foreach (var place in places)
            Compute(place, facts.ForPlace(place.MunicipalityCode), formulas, cells);
        await Write(cells, period, places.Count, cancellationToken);
    }

    private void Compute(Place place, IFormulaInputs inputs, IReadOnlyList<ComputedIndicator> formulas, ComputedCells cells)
    {
        var key = IndicatorValue.KeyOf(place);
        foreach (var formula in formulas)
            if (cells.Take(place, key, formula, formula.Formula?.Evaluate(inputs).Measure))
            {
                demand.Changed(inputs.Period, formula.Code, place.SchoolId);
                Changed++;
            }
    }

    private async Task Write(ComputedCells cells, Period period, int done, CancellationToken cancellationToken)
    {
        progress.Done += done;
        progress.Total = Math.Max(progress.Total, progress.Done);
        if (!cells.Any)
            return;
        await using var write = await db.BeginWrite(cancellationToken);
        await db.SharePeriods([region.Code], cancellationToken);
        var sets = model.OpenSets(period);
        if (
            await db.IndicatorPeriods.AnyAsync(
                p => EF.Parameter(sets).Contains(p.SetId) && p.Period == period && p.ClosedAt != null,
                cancellationToken
            )
        )
            throw new DbUpdateConcurrencyException("A period was closed while its formulas were computed.");
        progress.Turn++;
        await db.SaveChangesAsync(cancellationToken);
        await cells.Write(db, cancellationToken);
        await write.Commit(cancellationToken);
        db.ChangeTracker.Clear();
        db.Attach(progress);
    }

    private async Task<int> Estimate(CancellationToken cancellationToken)
    {
        var total = 0;
        foreach (var period in model.Periods.Where(p => model.Open(p, IndicatorLevel.School).Count > 0))
            total += demand.MeansAllSchools(period) ? (await AllSchools(cancellationToken)).Count : demand.Schools(period).Count;
        return total;
    }

    private async Task<List<Guid>> AllSchools(CancellationToken cancellationToken) =>
        _schools ??= await db
            .Schools.Where(s => s.RegionCode == progress.RegionCode)
            .OrderBy(s => s.Id)
            .Select(s => s.Id)
            .ToListAsync(cancellationToken);

    private Task<List<Place>> Municipalities(CancellationToken cancellationToken) =>
        db
            .Municipalities.Where(m => m.RegionCode == progress.RegionCode)
            .Select(m => new Place(m.RegionCode, m.Code, null))
            .ToListAsync(cancellationToken);

    private List<Guid>? _schools;

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
