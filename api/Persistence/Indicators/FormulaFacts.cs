using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;

namespace Opora.Persistence.Indicators;

/// <summary>A result with what tells its work apart.</summary>
internal readonly record struct ResultFact(Assessment Assessment, string Sitting, FormulaRow Row)
{
    /// <summary>Reads the columns.</summary>
    public static readonly Expression<Func<ExamResult, ResultFact>> Columns = r => new ResultFact(
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
    );

    /// <summary>Whether it is one of the results that a formula speaks of.</summary>
    public bool IsOf(ResultsRef work) => work.Holds(Assessment, Row.Subject, Row.Grade, Sitting);
}

/// <summary>
/// What the formulas of a period are computed from, read from the database within the caller's scope: for some schools at once, or for
/// the larger places of a region. Values that were computed meanwhile are read from here too.
/// </summary>
internal sealed class FormulaFacts(AppDbContext db, RegionFacts region, PeriodFormulas formulas)
{
    private readonly Dictionary<(string PlaceKey, Guid IndicatorId, Period Period), IndicatorValue> _values = [];
    private readonly Dictionary<Guid, SchoolFact> _schools = [];
    private ILookup<Guid, ResultFact> _ofSchools = Array.Empty<ResultFact>().ToLookup(f => f.Row.SchoolId);
    private ILookup<Guid, StaffFact> _staff = Nobody;
    private ILookup<Guid, SupportFact> _support = Nothing;
    private ILookup<Guid, GatheringFact> _gatherings = GatheringFacts.None;
    private ILookup<Guid, HelpFact> _help = Nobodys;
    private PlaceFacts? _places;

    private static readonly ILookup<Guid, StaffFact> Nobody = Array.Empty<StaffFact>().ToLookup(f => f.SchoolId);

    private static readonly ILookup<Guid, SupportFact> Nothing = Array.Empty<SupportFact>().ToLookup(f => f.SchoolId);

    private static readonly ILookup<Guid, HelpFact> Nobodys = Array.Empty<HelpFact>().ToLookup(f => f.SchoolId);

    public Period Period => formulas.Period;
    public string RegionCode => region.Code;
    public IEnumerable<SchoolFact> Schools => _schools.Values;

    /// <summary>The stored value of a place, this period's or one of the period before.</summary>
    public IndicatorValue? Stored(string placeKey, Guid indicatorId, Period period) =>
        _values.GetValueOrDefault((placeKey, indicatorId, period));

    public void Store(IndicatorValue value) => _values[(value.PlaceKey, value.IndicatorId, value.Period)] = value;

    public void Forget(IndicatorValue value) => _values.Remove((value.PlaceKey, value.IndicatorId, value.Period));

    /// <summary>Reads what the formulas of these schools need.</summary>
    public async Task ReadSchools(Guid[] ids, CancellationToken cancellationToken)
    {
        var schools = await db
            .Schools.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(SchoolFact.Columns)
            .ToListAsync(cancellationToken);
        foreach (var school in schools)
            _schools[school.Id] = school;
        var year = Period.ResultsYear;
        var rows = await db
            .ExamResults.AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.SchoolId) && r.Year == year)
            .Select(ResultFact.Columns)
            .ToListAsync(cancellationToken);
        _ofSchools = rows.ToLookup(r => r.Row.SchoolId);
        if (Asks(formulas.All, FormulaRegister.OfStaff))
            _staff = await StaffFacts.Read(db, region.Code, ids, Period, cancellationToken);
        if (Asks(formulas.All, FormulaRegister.OfSupport))
            _support = await SupportFacts.Read(db, region.Code, ids, Period, cancellationToken);
        if (Asks(formulas.All, FormulaRegister.OfGatherings))
            _gatherings = await GatheringFacts.Read(db, region.Code, ids, Period, cancellationToken);
        if (Asks(formulas.All, FormulaRegister.OfHelp))
            _help = await HelpFacts.Read(db, region.Code, ids, Period, cancellationToken);
        await ReadValues([.. ids.Select(id => id.ToString("N"))], cancellationToken);
    }

    /// <summary>Reads what these formulas of municipalities and the region need.</summary>
    public async Task ReadPlaces(
        IReadOnlyCollection<ComputedIndicator> needed,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        var references = needed.Select(i => i.References).OfType<FormulaReferences>().ToList();
        // The whole region is all its schools: where each of them stands is read only for those who ask.
        var asksWhere =
            needed.Any(i => i.Version.Level == IndicatorLevel.Municipality)
            || references.Exists(r => r.Listed || r.OfSchools.Count + r.Registers.Count > 0);
        _places = new PlaceFacts(
            asksWhere ? await region.Standings(Period.ResultsYear, cancellationToken) : null,
            references.Exists(r => r.Registers.Count > 0) ? await region.Schools(cancellationToken) : [],
            Asks(needed, FormulaRegister.OfStaff)
                ? await StaffFacts.Read(db, region.Code, schools: null, Period, cancellationToken)
                : Nobody,
            Asks(needed, FormulaRegister.OfSupport)
                ? await SupportFacts.Read(db, region.Code, schools: null, Period, cancellationToken)
                : Nothing,
            Asks(needed, FormulaRegister.OfGatherings)
                ? await GatheringFacts.Read(db, region.Code, schools: null, Period, cancellationToken)
                : GatheringFacts.None,
            Asks(needed, FormulaRegister.OfHelp) ? await HelpFacts.Read(db, region.Code, schools: null, Period, cancellationToken) : Nobodys
        );
        foreach (var work in references.SelectMany(r => r.Results).Distinct())
        {
            List<int> years = references.Exists(r => r.BothYears && r.Results.Contains(work))
                ? [Period.ResultsYear - 1, Period.ResultsYear]
                : [Period.ResultsYear];
            foreach (var year in years)
                _places.Add(work, year, await region.Results(work, year, cancellationToken));
        }
        foreach (var code in references.SelectMany(r => r.OfSchools).Distinct(StringComparer.Ordinal))
            _places.Add(code, await ReadSchoolValues(formulas.Ids[code], cancellationToken));
        await ReadValues([.. keys], cancellationToken);
    }

    public IFormulaInputs ForSchool(Guid id) =>
        new SchoolInputs(this, _schools[id], _ofSchools[id], _staff[id], _support[id], _gatherings[id], _help[id]);

    /// <summary>Inputs of a municipality, or of the region when none is named.</summary>
    public IFormulaInputs ForPlace(string? municipalityCode) => new PlaceInputs(this, _places!, municipalityCode);

    public Measure? Measure(string placeKey, string code, Period period) =>
        formulas.Ids.TryGetValue(code, out var id) ? Stored(placeKey, id, period)?.Measure : null;

    private static bool Asks(IEnumerable<ComputedIndicator> indicators, IReadOnlyList<FormulaRegister> registers) =>
        indicators.Any(i => i.References?.Registers.Any(code => registers.Any(r => r.Code == code)) == true);

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
