using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Indicators;

/// <summary>What a school's formulas are computed from.</summary>
internal sealed class SchoolInputs(
    FormulaFacts facts,
    SchoolFact school,
    IEnumerable<ResultFact> results,
    IEnumerable<StaffFact> staff,
    IEnumerable<SupportFact> support,
    IEnumerable<GatheringFact> gatherings,
    IEnumerable<HelpFact> help
) : IFormulaInputs
{
    private readonly string _key = school.Id.ToString("N");

    public IndicatorLevel Level => IndicatorLevel.School;
    public Period Period => facts.Period;

    // Only larger places are asked for their list.
    public IReadOnlySet<Guid>? Listed => null;

    public IReadOnlyCollection<FormulaRow> Results(ResultsRef work, int year) =>
        [.. results.Where(f => f.Row.Year == year && f.IsOf(work)).Select(f => f.Row)];

    // A school of which the register knows nobody has not filled it yet: missing is not zero.
    public RegisterCount? Count(FormulaRegister register) =>
        FormulaRegister.OfSupport.Contains(register) ? new(support.Sum(f => f.Of(register)), 0)
        : FormulaRegister.OfGatherings.Contains(register) ? new(gatherings.Count(register), 0)
        : FormulaRegister.OfHelp.Contains(register) ? new(HelpFact.Of(help, register), 0)
        : FormulaRegister.OfStaff.Contains(register)
            ? staff.Any() ? new(staff.Sum(f => f.Of(register)), 0)
                : null
        : (register == FormulaRegister.Pupils ? school.Pupils : school.Teachers) is { } count ? new(count, 0)
        : null;

    public Measure? Value(string code, Period period) => facts.Measure(_key, code, period);

    public IReadOnlyCollection<SchoolMeasure> SchoolValues(string code) => [];
}

/// <summary>What the formulas of a municipality, or of the region, are computed from.</summary>
internal sealed class PlaceInputs(FormulaFacts facts, PlaceFacts places, string? municipalityCode) : IFormulaInputs
{
    public IndicatorLevel Level => municipalityCode is null ? IndicatorLevel.Region : IndicatorLevel.Municipality;
    public Period Period => facts.Period;
    public IReadOnlySet<Guid>? Listed => places.Listed(municipalityCode);

    public IReadOnlyCollection<FormulaRow> Results(ResultsRef results, int year) => places.Results(results, year, municipalityCode);

    public RegisterCount? Count(FormulaRegister register) => places.Count(register, municipalityCode);

    public Measure? Value(string code, Period period) => facts.Measure(municipalityCode ?? facts.RegionCode, code, period);

    public IReadOnlyCollection<SchoolMeasure> SchoolValues(string code) => places.SchoolValues(code, municipalityCode);
}

/// <summary>
/// Figures of a region's schools by municipality. A school counts where it stood on 1 June of the period's results year, as it does
/// everywhere.
/// </summary>
internal sealed class PlaceFacts
{
    private readonly Dictionary<Guid, SchoolStanding>? _standings;
    private readonly IReadOnlyList<SchoolFact> _schools;
    private readonly ILookup<Guid, StaffFact> _staff;
    private readonly ILookup<Guid, SupportFact> _support;
    private readonly ILookup<Guid, GatheringFact> _gatherings;
    private readonly ILookup<Guid, HelpFact> _help;
    private readonly Dictionary<(ResultsRef Work, int Year), List<FormulaRow>> _results = [];
    private readonly Dictionary<(ResultsRef Work, int Year), ILookup<string, FormulaRow>> _byMunicipality = [];
    private readonly Dictionary<string, List<SchoolMeasure>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Guid>>? _listed;

    /// <summary>Makes it.</summary>
    /// <param name="standings">Where the region's schools stood; null when only all of them together are asked for.</param>
    /// <param name="schools">What registers count; empty when no register is asked for.</param>
    /// <param name="staff">Who is on the staff of schools; empty when nobody asks.</param>
    /// <param name="support">What was done at schools; empty when nobody asks.</param>
    /// <param name="gatherings">Who of schools came to events and meetings; empty when nobody asks.</param>
    /// <param name="help">Who was helped by others; empty when nobody asks.</param>
    public PlaceFacts(
        IReadOnlyList<SchoolStanding>? standings,
        IReadOnlyList<SchoolFact> schools,
        ILookup<Guid, StaffFact> staff,
        ILookup<Guid, SupportFact> support,
        ILookup<Guid, GatheringFact> gatherings,
        ILookup<Guid, HelpFact> help
    )
    {
        (_schools, _staff, _support, _gatherings, _help) = (schools, staff, support, gatherings, help);
        if (standings is null)
            return;
        _standings = standings.ToDictionary(s => s.SchoolId);
        var listed = standings.Where(s => s.Category != ResultRollup.AllSchools).ToList();
        if (listed.Count == 0)
            return;
        _listed = listed.GroupBy(s => s.MunicipalityCode).ToDictionary(g => g.Key, g => g.Select(s => s.SchoolId).ToHashSet());
        _listed[""] = [.. listed.Select(s => s.SchoolId)];
    }

    public void Add(ResultsRef work, int year, IEnumerable<FormulaRow> results) =>
        _results[(work, year)] = [.. _standings is null ? results : results.Where(r => _standings.ContainsKey(r.SchoolId))];

    public void Add(string code, List<SchoolMeasure> values) => _values[code] = values;

    public IReadOnlySet<Guid>? Listed(string? municipality) =>
        _listed is null ? null
        : _listed.TryGetValue(municipality ?? "", out var schools) ? schools
        : new HashSet<Guid>();

    public IReadOnlyCollection<FormulaRow> Results(ResultsRef work, int year, string? municipality)
    {
        if (!_results.TryGetValue((work, year), out var rows))
            return [];
        if (municipality is null)
            return rows;
        if (!_byMunicipality.TryGetValue((work, year), out var parted))
            _byMunicipality[(work, year)] = parted = rows.ToLookup(r => _standings![r.SchoolId].MunicipalityCode, StringComparer.Ordinal);
        return [.. parted[municipality]];
    }

    public IReadOnlyCollection<SchoolMeasure> SchoolValues(string code, string? municipality) =>
        !_values.TryGetValue(code, out var values) ? [] : [.. values.Where(v => Stands(v.SchoolId, municipality))];

    public RegisterCount? Count(FormulaRegister register, string? municipality)
    {
        if (register == FormulaRegister.Listed)
            return Listed(municipality) is { } listed ? new(listed.Count, 0) : null;
        // What was done at a school that has closed since was done all the same.
        if (FormulaRegister.OfSupport.Contains(register))
            return new(_support.Where(g => Stands(g.Key, municipality)).Sum(g => g.Sum(f => f.Of(register))), 0);
        if (FormulaRegister.OfGatherings.Contains(register))
            return new(_gatherings.Where(g => Stands(g.Key, municipality)).SelectMany(g => g).Count(register), 0);
        if (FormulaRegister.OfHelp.Contains(register))
            return new(HelpFact.Of(_help.Where(g => Stands(g.Key, municipality)).SelectMany(g => g), register), 0);
        var open = _schools.Where(s => s.State == SchoolState.Open && Stands(s.Id, municipality)).ToList();
        if (register == FormulaRegister.Schools)
            return new(open.Count, 0);
        if (FormulaRegister.OfStaff.Contains(register))
            return CountStaff(register, open);
        var counts = open.Select(s => register == FormulaRegister.Pupils ? s.Pupils : s.Teachers).ToList();
        var known = counts.OfType<int>().ToList();
        return known.Count == 0 ? null : new(known.Sum(n => (long)n), counts.Count - known.Count);
    }

    /// <summary>People are counted once, however many schools they work at.</summary>
    private RegisterCount? CountStaff(FormulaRegister register, List<SchoolFact> open)
    {
        var filled = open.Where(s => _staff.Contains(s.Id)).ToList();
        var people = filled.SelectMany(s => _staff[s.Id]).DistinctBy(f => f.TeacherId);
        return filled.Count == 0 ? null : new(people.Sum(f => f.Of(register)), open.Count - filled.Count);
    }

    private bool Stands(Guid school, string? municipality) =>
        _standings!.TryGetValue(school, out var standing) && (municipality is null || standing.MunicipalityCode == municipality);
}
