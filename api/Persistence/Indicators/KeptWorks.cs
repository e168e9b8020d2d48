using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;

namespace Opora.Persistence.Indicators;

/// <summary>
/// Results of whole works in one region, kept from one computation to the next. A work is thousands of rows, and most often a single
/// school's have changed since: the change feed tells which, and only those are read again. Nothing can be missed, because this is the
/// feed by which a computation finds that it is due; each process keeps its own and goes by its own watermark.
/// </summary>
internal sealed class KeptWorks
{
    /// <summary>About 40 MB. Beyond it the works are read anew for each computation.</summary>
    private const int MostRows = 200_000;

    /// <summary>When more schools have changed, whole works are read faster.</summary>
    private const int MostSchools = 500;

    private readonly Dictionary<(ResultsRef Work, int Year), Dictionary<Guid, FormulaRow[]>> _works = [];
    private long _below;
    private int _rows;

    /// <summary>The results of a work in a year.</summary>
    /// <param name="db">The context, in the scope of the region.</param>
    /// <param name="regionCode">The region, always the same.</param>
    /// <param name="work">Which results.</param>
    /// <param name="year">Of which year.</param>
    /// <param name="below">The horizon of the change feed; every change below it is seen.</param>
    public async Task<IEnumerable<FormulaRow>> Read(
        AppDbContext db,
        string regionCode,
        ResultsRef work,
        int year,
        long below,
        CancellationToken cancellationToken
    )
    {
        if (below > _below)
            await CatchUp(db, regionCode, below, cancellationToken);
        if (!_works.TryGetValue((work, year), out var kept))
        {
            kept = BySchool(await Facts(OfRegion(db, regionCode, work, year), cancellationToken), work, year);
            var rows = kept.Values.Sum(r => r.Length);
            if (_rows + rows > MostRows)
                Forget();
            _works.Add((work, year), kept);
            _rows += rows;
        }
        return kept.Values.SelectMany(r => r);
    }

    // The feed is read up to the horizon before the results, so what changes in between is read again the next time.
    private async Task CatchUp(AppDbContext db, string regionCode, long below, CancellationToken cancellationToken)
    {
        if (_works.Count > 0)
        {
            var from = _below;
            var schools = await db
                .ExamResults.Where(r => r.ChangeNo >= from && r.ChangeNo < below && r.RegionCode == regionCode)
                .Select(r => r.SchoolId)
                .Union(
                    db.DeletedResults.Where(r => r.ChangeNo >= from && r.ChangeNo < below && r.RegionCode == regionCode)
                        .Select(r => r.SchoolId)
                )
                .Take(MostSchools + 1)
                .ToArrayAsync(cancellationToken);
            if (schools.Length > MostSchools)
                Forget();
            else if (schools.Length > 0)
                await ReadAgain(db, schools, cancellationToken);
        }
        _below = below;
    }

    private async Task ReadAgain(AppDbContext db, Guid[] schools, CancellationToken cancellationToken)
    {
        int[] years = [.. _works.Keys.Select(w => w.Year).Distinct()];
        var facts = await Facts(
            db.ExamResults.Where(r => EF.Parameter(schools).Contains(r.SchoolId) && years.Contains(r.Year)),
            cancellationToken
        );
        _rows = 0;
        foreach (var ((work, year), kept) in _works)
        {
            foreach (var school in schools)
                kept.Remove(school);
            foreach (var (school, rows) in BySchool(facts, work, year))
                kept.Add(school, rows);
            _rows += kept.Values.Sum(r => r.Length);
        }
    }

    private void Forget()
    {
        _works.Clear();
        _rows = 0;
    }

    private static Dictionary<Guid, FormulaRow[]> BySchool(List<ResultFact> facts, ResultsRef work, int year) =>
        facts
            .Where(f => f.Row.Year == year && f.IsOf(work))
            // The text of its own is shared by all rows.
            .Select(f => f.Row with { Subject = Subject.OfCode(f.Row.Subject)?.Code ?? f.Row.Subject })
            .GroupBy(r => r.SchoolId)
            .ToDictionary(g => g.Key, g => g.ToArray());

    private static Task<List<ResultFact>> Facts(IQueryable<ExamResult> results, CancellationToken cancellationToken) =>
        results.AsNoTracking().Select(ResultFact.Columns).ToListAsync(cancellationToken);

    // From the schools, each of which finds its few results by the natural key: see GroupResults.
    private static IQueryable<ExamResult> OfRegion(AppDbContext db, string regionCode, ResultsRef work, int year)
    {
        var results = db
            .Schools.Where(s => s.RegionCode == regionCode)
            .Join(db.ExamResults, s => s.Id, r => r.SchoolId, (s, r) => r)
            .Where(r => r.Year == year && r.Assessment == work.Assessment && r.Sitting == work.Sitting);
        if (work.Subject == ResultGroup.MainSubjects)
            return results.Where(r => r.Subject == Subject.Russian || r.Subject == Subject.Mathematics);
        results = results.Where(r => r.Subject == work.Subject);
        return work.Grade == ResultGroup.AllGrades ? results : results.Where(r => r.Grade == work.Grade);
    }
}
