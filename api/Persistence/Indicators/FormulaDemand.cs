using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;

namespace Opora.Persistence.Indicators;

/// <summary>
/// What has to be computed again, found from the notes and the change feed of results. A school is computed as a whole, because its
/// formulas share their few rows; of larger places only formulas that something changed for, because each may read a whole work.
/// </summary>
internal sealed class FormulaDemand
{
    private readonly FormulaModel _model;
    private readonly Dictionary<Period, HashSet<Guid>> _schools = [];
    private readonly HashSet<Period> _allSchools = [];
    private readonly HashSet<Period> _allPlaces = [];
    private readonly HashSet<(Period Period, string Code)> _changed = [];
    private readonly HashSet<(int Year, Assessment Assessment, string Subject, int Grade, string Sitting)> _works = [];

    // Asked for each value that changed: which later periods take the code from the period before them.
    private readonly ILookup<(Period Period, string Code), Period> _later;

    private FormulaDemand(FormulaModel model)
    {
        _model = model;
        _later = (
            from later in model.Periods
            where later.Before is not null
            from code in model
                .Open(later, IndicatorLevel.School)
                .SelectMany(i => i.References?.Previous ?? [])
                .Distinct(StringComparer.Ordinal)
            select (From: (later.Before!.Value, code), later)
        ).ToLookup(l => l.From, l => l.later);
    }

    /// <summary>Finds it.</summary>
    /// <param name="db">The context, in the scope of the region.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="model">Its definitions.</param>
    /// <param name="notes">Notes read before.</param>
    /// <param name="from">First change of results that was not taken in yet.</param>
    /// <param name="below">First change that may not be complete.</param>
    public static async Task<FormulaDemand> Read(
        AppDbContext db,
        string regionCode,
        FormulaModel model,
        IReadOnlyList<FormulaNote> notes,
        long from,
        long below,
        CancellationToken cancellationToken
    )
    {
        var demand = new FormulaDemand(model);
        foreach (var note in notes)
            demand.Take(note);
        List<int> years = [.. model.Periods.SelectMany(p => (int[])[p.ResultsYear - 1, p.ResultsYear]).Distinct()];
        if (years.Count == 0 || from >= below)
            return demand;
        var changed = db.ExamResults.Where(r => r.ChangeNo >= from && r.ChangeNo < below && r.RegionCode == regionCode);
        await demand.Take(
            changed
                .Where(r => years.Contains(r.Year))
                .Select(r => new Trace(r.SchoolId, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting)),
            cancellationToken
        );
        var deleted = db.DeletedResults.Where(r => r.ChangeNo >= from && r.ChangeNo < below && r.RegionCode == regionCode);
        await demand.Take(
            deleted
                .Where(r => years.Contains(r.Year))
                .Select(r => new Trace(r.SchoolId, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting)),
            cancellationToken
        );
        return demand;
    }

    private sealed record Trace(Guid SchoolId, int Year, Assessment Assessment, string Subject, int Grade, string Sitting);

    /// <summary>Whether nothing is to be computed.</summary>
    public bool IsEmpty => _schools.Count + _allSchools.Count + _allPlaces.Count + _changed.Count + _works.Count == 0;

    /// <summary>Whether all schools are meant in a period.</summary>
    public bool MeansAllSchools(Period period) => _allSchools.Contains(period);

    /// <summary>The schools meant one by one.</summary>
    public IReadOnlyCollection<Guid> Schools(Period period) => _schools.GetValueOrDefault(period, []);

    /// <summary>Whether a formula of larger places has to be computed.</summary>
    public bool Means(Period period, ComputedIndicator indicator)
    {
        if (_allPlaces.Contains(period))
            return true;
        return indicator.References is { } of
            && (
                of.Indicators.Concat(of.OfSchools).Any(code => _changed.Contains((period, code)))
                || (period.Before is { } before && of.Previous.Any(code => _changed.Contains((before, code))))
                || _works.Any(w =>
                    (w.Year == period.ResultsYear || (of.BothYears && w.Year == period.ResultsYear - 1))
                    && of.Results.Any(r => r.Holds(w.Assessment, w.Subject, w.Grade, w.Sitting))
                )
            );
    }

    /// <summary>Takes in that a value was computed anew: what uses it has to follow.</summary>
    public void Changed(Period period, string code, Guid? schoolId)
    {
        _changed.Add((period, code));
        if (schoolId is { } school)
            foreach (var later in _later[(period, code)])
                Mean(later, school);
    }

    private void Mean(Period period, Guid school)
    {
        if (!_schools.TryGetValue(period, out var schools))
            _schools.Add(period, schools = []);
        schools.Add(school);
    }

    private void Take(FormulaNote note)
    {
        if (note.InputId is { } input)
            TakeInput(note, input);
        else
            foreach (var period in _model.Periods.Where(p => note.Period is null || note.Period == p))
                Take(note, period);
    }

    private void Take(FormulaNote note, Period period)
    {
        // A school's pupils, its place or its list may change any sum of a larger place; a formula may have come into others by its code.
        if (note.SchoolId is { } school)
            Mean(period, school);
        else
            _allSchools.Add(period);
        _allPlaces.Add(period);
    }

    private void TakeInput(FormulaNote note, Guid input)
    {
        if (note.Period is not { } changed)
            return;
        var formulas = _model.For(changed);
        if (formulas.Ids.FirstOrDefault(i => i.Value == input).Key is not { } code)
            return;
        Changed(changed, code, note.SchoolId);
        if (
            note.SchoolId is { } school
            && _model.Open(changed, IndicatorLevel.School).Any(i => i.References?.Indicators.Contains(code) == true)
        )
            Mean(changed, school);
    }

    // Which schools and which works, apart: of a whole year that is thousands, not a hundred thousand.
    private async Task Take(IQueryable<Trace> changes, CancellationToken cancellationToken)
    {
        var schools = await changes.Select(c => new { c.SchoolId, c.Year }).Distinct().ToListAsync(cancellationToken);
        if (schools.Count == 0)
            return;
        foreach (var school in schools)
        foreach (var period in _model.Periods.Where(p => p.ResultsYear == school.Year))
            Mean(period, school.SchoolId);
        var works = await changes
            .Select(c => new
            {
                c.Year,
                c.Assessment,
                c.Subject,
                c.Grade,
                c.Sitting,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var work in works)
            _works.Add((work.Year, work.Assessment, work.Subject, work.Grade, work.Sitting));
    }
}
