using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Persistence.Rollups;

/// <summary>Which rollups somebody is about to read.</summary>
/// <param name="Regions">Codes of the regions.</param>
/// <param name="Assessment">One kind of assessment, or all.</param>
/// <param name="Year">One year, or all.</param>
/// <param name="Subject">One subject, or all.</param>
/// <param name="Only">Only these groups, told apart without their region; or all.</param>
public sealed record RollupRange(
    IReadOnlyList<string> Regions,
    Assessment? Assessment = null,
    int? Year = null,
    string? Subject = null,
    Func<ResultGroup, bool>? Only = null
)
{
    internal bool Takes(ResultGroup group) => Only is null || Only(group with { RegionCode = "" });

    internal IQueryable<DirtyGroup> Notes(AppDbContext db)
    {
        var notes = db.DirtyGroups.Where(g => Regions.Contains(g.RegionCode));
        if (Assessment is { } assessment)
            notes = notes.Where(g => g.Assessment == assessment);
        if (Year is { } year)
            notes = notes.Where(g => g.Year == year);
        return Subject is { } subject ? notes.Where(g => g.Subject == subject) : notes;
    }
}

/// <summary>
/// Keeps the rollups ready: recomputes the groups that <see cref="DirtyNotes"/> name, before a read that touches them and in the
/// background. It works in the scope of the region, whoever reads, because a group counts all schools of its region.
/// <para>
/// Order makes it right without locks: the turn is read first, then the notes, then the results. Whoever changes a result after that
/// leaves a note that is not among those read; whoever refreshed in between has advanced the turn, and saving fails.
/// </para>
/// </summary>
public sealed class RollupRefresher(IServiceScopeFactory scopes)
{
    private readonly RegionTurns _turns = new(scopes);

    /// <summary>Makes the rollups of the range true; one statement when they are already.</summary>
    public async Task Ready(AppDbContext db, RollupRange range, CancellationToken cancellationToken)
    {
        var groups = await Groups(range.Notes(db), cancellationToken);
        foreach (var region in groups.Where(range.Takes).Select(g => g.RegionCode).Distinct(StringComparer.Ordinal))
            await Refresh(range with { Regions = [region] }, cancellationToken);
    }

    /// <summary>Recomputes everything that is noted, in every region; work by work, so that no reader waits for all of it.</summary>
    public async Task RefreshAll(CancellationToken cancellationToken)
    {
        List<ResultGroup> groups;
        await using (var scope = scopes.CreateAsyncScope())
            groups = await Groups(scope.ServiceProvider.GetRequiredService<AppDbContext>().DirtyGroups, cancellationToken);
        foreach (var work in groups.Select(WorkOf).Distinct())
        {
            var only = work with { RegionCode = "" };
            await Refresh(
                new RollupRange([work.RegionCode], work.Assessment, Subject: work.Subject, Only: g => WorkOf(g) == only),
                cancellationToken
            );
        }
    }

    private static ResultGroup WorkOf(ResultGroup group) => group with { Year = 0 };

    private static async Task<List<ResultGroup>> Groups(IQueryable<DirtyGroup> notes, CancellationToken cancellationToken) =>
        [
            .. (
                await notes
                    .Select(g => new
                    {
                        g.RegionCode,
                        g.Year,
                        g.Assessment,
                        g.Subject,
                        g.Grade,
                        g.Sitting,
                    })
                    .Distinct()
                    .ToListAsync(cancellationToken)
            ).Select(g => new ResultGroup(g.RegionCode, g.Year, g.Assessment, g.Subject, g.Grade, g.Sitting)),
        ];

    private Task Refresh(RollupRange range, CancellationToken cancellationToken) =>
        _turns.Run(range.Regions[0], db => RefreshOnce(db, range.Regions[0], range, cancellationToken), cancellationToken);

    private static async Task RefreshOnce(AppDbContext db, string region, RollupRange range, CancellationToken cancellationToken)
    {
        var turn = await db.Set<RollupTurn>().SingleOrDefaultAsync(t => t.RegionCode == region, cancellationToken);
        if (turn is null)
        {
            turn = new RollupTurn { RegionCode = region };
            db.Add(turn);
            await db.SaveChangesAsync(cancellationToken);
        }
        var notes = await range.Notes(db).AsNoTracking().ToListAsync(cancellationToken);
        Standings? standings = null;
        var limits = SmallGroups.Of(await db.Regions.AsNoTracking().SingleAsync(r => r.Code == region, cancellationToken));
        foreach (var work in notes.Where(n => range.Takes(n.Group)).GroupBy(n => WorkOf(n.Group)))
        {
            var years = work.Select(n => n.Year).Distinct().ToList();
            var rows = await ReadRows(db, work.Key, years, cancellationToken);
            // A school may have been registered since they were read; one with results always stands before them.
            if (standings is null || rows.Any(r => !standings.Know(r.SchoolId)))
                standings = await Standings.Read(db, region, cancellationToken);
            await Replace(db, work.Key, years, Calculate(work.Key, years, rows, standings, limits), cancellationToken);
            db.DirtyGroups.RemoveRange(work);
            turn.Number++;
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            db.Attach(turn);
        }
    }

    private static Task<List<GroupRow>> ReadRows(AppDbContext db, ResultGroup work, List<int> years, CancellationToken cancellationToken)
    {
        List<int> read = [.. years.SelectMany(y => (int[])[y - 1, y]).Distinct()];
        return db.ResultsOfWork(work, read).Select(GroupRow.Columns).ToListAsync(cancellationToken);
    }

    private static IEnumerable<ResultRollup> Calculate(
        ResultGroup work,
        List<int> years,
        List<GroupRow> rows,
        Standings standings,
        SmallGroups limits
    )
    {
        var ofYear = rows.Select(r => r.Result).ToLookup(r => r.Year);
        return years.SelectMany(year =>
            RollupCalculation.Calculate(work with { Year = year }, [.. ofYear[year - 1], .. ofYear[year]], standings.Of(year), limits)
        );
    }

    private static async Task Replace(
        AppDbContext db,
        ResultGroup work,
        List<int> years,
        IEnumerable<ResultRollup> computed,
        CancellationToken cancellationToken
    )
    {
        var stored = (
            await db
                .ResultRollups.Where(r =>
                    r.RegionCode == work.RegionCode
                    && years.Contains(r.Year)
                    && r.Assessment == work.Assessment
                    && r.Subject == work.Subject
                    && r.Grade == work.Grade
                    && r.Sitting == work.Sitting
                )
                .ToListAsync(cancellationToken)
        ).ToDictionary(KeyOf);
        foreach (var rollup in computed)
        {
            if (stored.Remove(KeyOf(rollup), out var former))
                db.Entry(former).CurrentValues.SetValues(rollup);
            else
                db.Add(rollup);
        }
        db.RemoveRange(stored.Values);

        static (int, string, string, bool) KeyOf(ResultRollup r) => (r.Year, r.MunicipalityCode, r.Category, r.Small);
    }
}
