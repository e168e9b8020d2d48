using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Indicators;

/// <summary>What formulas need of a school.</summary>
internal sealed record SchoolFact(Guid Id, string MunicipalityCode, int? Pupils, int? Teachers, SchoolState State)
{
    /// <summary>Reads the columns.</summary>
    public static readonly Expression<Func<School, SchoolFact>> Columns = s => new SchoolFact(
        s.Id,
        s.MunicipalityCode,
        s.Pupils,
        s.Teachers,
        s.State
    );
}

/// <summary>
/// What the formulas of larger places share within one computation: each is read once, for all periods, and only if one of them needs
/// it. What changes meanwhile leaves a note, or a change above the watermark, for the next computation.
/// </summary>
/// <param name="db">The context, in the scope of the region.</param>
/// <param name="code">The region.</param>
/// <param name="works">Results that former computations have read.</param>
/// <param name="below">First change of results that may not be complete.</param>
internal sealed class RegionFacts(AppDbContext db, string code, KeptWorks works, long below)
{
    private Standings? _standings;
    private List<SchoolFact>? _schools;

    public string Code => code;

    public async Task<IReadOnlyList<SchoolStanding>> Standings(int year, CancellationToken cancellationToken) =>
        (_standings ??= await Rollups.Standings.Read(db, code, cancellationToken)).Of(year);

    public async Task<IReadOnlyList<SchoolFact>> Schools(CancellationToken cancellationToken) =>
        _schools ??= await db.Schools.Where(s => s.RegionCode == code).Select(SchoolFact.Columns).ToListAsync(cancellationToken);

    public Task<IEnumerable<FormulaRow>> Results(ResultsRef work, int year, CancellationToken cancellationToken) =>
        works.Read(db, code, work, year, below, cancellationToken);
}
