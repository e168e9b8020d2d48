using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Indicators;

/// <summary>A result with what tells its work apart.</summary>
internal readonly record struct ResultFact(Assessment Assessment, string Sitting, FormulaRow Row);

/// <summary>What formulas need of a school.</summary>
internal sealed record SchoolFact(Guid Id, string MunicipalityCode, int? Pupils, int? Teachers, SchoolState State);

/// <summary>
/// What the formulas of a period are computed from, read from the database within the caller's scope: for some schools at once, or for
/// the larger places of a region. Values that were computed meanwhile are read from here too.
/// </summary>
internal sealed class FormulaFacts(AppDbContext db, string regionCode, PeriodFormulas formulas)
{
    private readonly Dictionary<(string PlaceKey, Guid IndicatorId, Period Period), IndicatorValue> _values = [];
    private readonly Dictionary<Guid, SchoolFact> _schools = [];
    private ILookup<Guid, ResultFact> _ofSchools = Array.Empty<ResultFact>().ToLookup(f => f.Row.SchoolId);
    private PlaceFacts? _places;

    public Period Period => formulas.Period;
    public string RegionCode => regionCode;
    public IEnumerable<SchoolFact> Schools => _schools.Values;

    /// <summary>The stored value of a place, this period's or one of the period before.</summary>
    public IndicatorValue? Stored(string placeKey, Guid indicatorId, Period period) =>
        _values.GetValueOrDefault((placeKey, indicatorId, period));

    public void Store(IndicatorValue value) => _values[(value.PlaceKey, value.IndicatorId, value.Period)] = value;

    public void Forget(IndicatorValue value) => _values.Remove((value.PlaceKey, value.IndicatorId, value.Period));

    /// <summary>Reads what the formulas of these schools need.</summary>
    public async Task ReadSchools(Guid[] ids, CancellationToken cancellationToken)
    {
        await ReadSchoolFacts(db.Schools.Where(s => EF.Parameter(ids).Contains(s.Id)), cancellationToken);
        var year = Period.ResultsYear;
        var rows = await Facts(db.ExamResults.Where(r => EF.Parameter(ids).Contains(r.SchoolId) && r.Year == year))
            .ToListAsync(cancellationToken);
        _ofSchools = rows.ToLookup(r => r.Row.SchoolId);
        await ReadValues([.. ids.Select(id => id.ToString("N"))], cancellationToken);
    }

    /// <summary>Reads what these formulas of municipalities and the region need.</summary>
    public async Task ReadPlaces(
        IReadOnlyCollection<ComputedIndicator> needed,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        await ReadSchoolFacts(db.Schools.Where(s => s.RegionCode == regionCode), cancellationToken);
        _places = new PlaceFacts(Period, await Standings.Read(db, regionCode, cancellationToken), [.. _schools.Values]);
        var references = needed.Select(i => i.References).OfType<FormulaReferences>().ToList();
        foreach (var work in references.SelectMany(r => r.Results).Distinct())
        {
            // Told one by one, so that each school is looked up by its key with the year in it.
            List<int> years = references.Exists(r => r.BothYears && r.Results.Contains(work))
                ? [Period.ResultsYear - 1, Period.ResultsYear]
                : [Period.ResultsYear];
            _places.Add(work, await Facts(Work(work).Where(r => years.Contains(r.Year))).ToListAsync(cancellationToken));
        }
        foreach (var code in references.SelectMany(r => r.OfSchools).Distinct(StringComparer.Ordinal))
            _places.Add(code, await ReadSchoolValues(formulas.Ids[code], cancellationToken));
        await ReadValues([.. keys], cancellationToken);
    }

    public IFormulaInputs ForSchool(Guid id) => new SchoolInputs(this, _schools[id], _ofSchools[id]);

    /// <summary>Inputs of a municipality, or of the region when none is named.</summary>
    public IFormulaInputs ForPlace(string? municipalityCode) => new PlaceInputs(this, _places!, municipalityCode);

    public Measure? Measure(string placeKey, string code, Period period) =>
        formulas.Ids.TryGetValue(code, out var id) ? Stored(placeKey, id, period)?.Measure : null;

    // From the schools, each of which finds its few results by the natural key: see GroupResults.
    private IQueryable<ExamResult> Work(ResultsRef work)
    {
        var results = db
            .Schools.Where(s => s.RegionCode == regionCode)
            .Join(db.ExamResults, s => s.Id, r => r.SchoolId, (s, r) => r)
            .Where(r => r.Assessment == work.Assessment && r.Sitting == work.Sitting);
        if (work.Subject == ResultGroup.MainSubjects)
            return results.Where(r => r.Subject == Subject.Russian || r.Subject == Subject.Mathematics);
        results = results.Where(r => r.Subject == work.Subject);
        return work.Grade == ResultGroup.AllGrades ? results : results.Where(r => r.Grade == work.Grade);
    }

    private static IQueryable<ResultFact> Facts(IQueryable<ExamResult> results) =>
        results
            .AsNoTracking()
            .Select(r => new ResultFact(
                r.Assessment,
                r.Sitting,
                new FormulaRow(
                    r.Id,
                    r.SchoolId,
                    r.Year,
                    r.Subject,
                    r.Grade,
                    r.EffectiveMeanThousandths,
                    new ResultValues(r.Participants, r.MeanThousandths, r.BelowThreshold, r.MarksForm, r.Mark2, r.Mark3, r.Mark4, r.Mark5)
                )
            ));

    private async Task ReadSchoolFacts(IQueryable<School> schools, CancellationToken cancellationToken)
    {
        var facts = await schools
            .Select(s => new SchoolFact(s.Id, s.MunicipalityCode, s.Pupils, s.Teachers, s.State))
            .ToListAsync(cancellationToken);
        foreach (var fact in facts)
            _schools[fact.Id] = fact;
    }

    private async Task ReadValues(string[] keys, CancellationToken cancellationToken)
    {
        Period[] periods = Period.Before is { } before ? [before, Period] : [Period];
        var values = await db
            .IndicatorValues.AsNoTracking()
            .Where(v => EF.Parameter(keys).Contains(v.PlaceKey) && periods.Contains(v.Period) && v.Breakdown == Breakdown.Whole)
            .ToListAsync(cancellationToken);
        foreach (var value in values)
            Store(value);
    }

    private Task<List<SchoolMeasure>> ReadSchoolValues(Guid indicatorId, CancellationToken cancellationToken)
    {
        var period = Period;
        return db
            .IndicatorValues.Where(v =>
                v.IndicatorId == indicatorId && v.Period == period && v.Breakdown == Breakdown.Whole && v.SchoolId != null
            )
            .Select(v => new SchoolMeasure(v.SchoolId!.Value, new Measure(v.Numerator, v.Denominator, v.Thousandths)))
            .ToListAsync(cancellationToken);
    }
}
