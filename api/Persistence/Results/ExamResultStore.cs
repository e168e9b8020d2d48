using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Engines;
using Opora.Persistence.Rollups;

namespace Opora.Persistence.Results;

/// <summary>
/// Writes exam results in bulk, the one way for posted batches and for imported files. All methods work inside the transaction that
/// the caller opened with <see cref="AppDbContext.BeginWrite"/> and are limited by the scope of the unit of work.
/// </summary>
/// <remarks>
/// A chunk of 1,000 to 2,000 rows a transaction keeps other writers waiting least; up to 5,000 pay. Rows must be distinct by their
/// natural key (school, year, assessment, subject, grade, sitting): tell the sender of duplicates first.
/// </remarks>
public sealed class ExamResultStore(AppDbContext db, TimeProvider clock)
{
    /// <summary>Code of the refusal to take an import back on which something newer stands.</summary>
    public const string SupersededCode = "import-superseded";

    /// <summary>
    /// The schools with these codes that the caller reaches, by code. A code that is unknown and one outside the scope are both absent.
    /// </summary>
    public async Task<Dictionary<string, SchoolPlace>> FindSchools(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        // One parameter however many codes there are: a long list of parameters is slow on SQLite.
        var wanted = codes.ToArray();
        return await db
            .Schools.AsNoTracking()
            .Where(s => EF.Parameter(wanted).Contains(s.Code))
            .Select(s => new { s.Code, Place = new SchoolPlace(s.Id, s.RegionCode, s.MunicipalityCode) })
            .ToDictionaryAsync(s => s.Code, s => s.Place, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>
    /// Creates results that are not known, updates those whose values differ (the former values become a revision) and leaves alone
    /// those that are the same: these move no version, no provenance and no change feed.
    /// </summary>
    /// <returns>What became of each row, in the order of the rows.</returns>
    /// <exception cref="OutOfScope">A row's school lies outside the scope.</exception>
    public async Task<RowOutcome[]> Upsert(IReadOnlyList<ResultRow> rows, Guid importId, CancellationToken cancellationToken)
    {
        var outcomes = new RowOutcome[rows.Count];
        if (rows.Count == 0)
            return outcomes;
        await Reserve(rows.Select(r => r.School).Distinct().ToList(), cancellationToken);
        await db.Bulk.Upsert(db, rows, outcomes, NewStamp(importId), cancellationToken);
        var changed = rows.Where((_, ordinal) => outcomes[ordinal] != RowOutcome.Unchanged).Select(r => r.Group).ToHashSet();
        if (changed.Count > 0)
            await MarkDirty(changed, cancellationToken);
        return outcomes;
    }

    /// <summary>The same for the published results of regions and municipalities, of which there are few.</summary>
    /// <returns>What became of each row, in the order of the rows.</returns>
    /// <exception cref="OutOfScope">A row's place lies outside the scope.</exception>
    public async Task<RowOutcome[]> UpsertPublished(IReadOnlyList<PublishedRow> rows, Guid importId, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return [];
        await Reserve(rows.Select(r => r.Place).Distinct().ToList(), cancellationToken);
        return await PublishedResults.Upsert(db, rows, importId, Now(), cancellationToken);
    }

    /// <summary>
    /// Takes back everything that an import brought: what it created is deleted (a note stays for the change feed), what it updated has
    /// its former values and provenance again. The values taken back stay in the history.
    /// </summary>
    /// <exception cref="BrokenRule"><c>import-superseded</c>: something newer has changed a row that the import brought.</exception>
    /// <exception cref="OutOfScope">A row of the import lies outside the scope.</exception>
    public async Task<TakenBack> RollBack(Guid importId, CancellationToken cancellationToken)
    {
        MustBeWriting();
        var sql = db.Bulk.Rollback;
        await db.Bulk.LockRegions(db, Sorted(db.Current.Scope.VisibleRegions), cancellationToken);
        await db.Execute(sql.Prepare, cancellationToken);
        var import = ("@import", (object)importId);
        if (Convert.ToInt64(await db.Scalar(sql.Superseded, cancellationToken, import), CultureInfo.InvariantCulture) > 0)
            throw Superseded();
        var ofPlaces = await PublishedResults.RollBack(db, importId, Now(), cancellationToken);
        if (await db.Execute(sql.Find, cancellationToken, import) == 0)
            return ofPlaces;
        MustReach(await Places(sql, cancellationToken));

        var groups = new List<ResultGroup>();
        await db.Read(sql.Groups, row => groups.Add(GroupOf(row)), cancellationToken);
        var parameters = await db.Bulk.Parameters(db, NewStamp(importId), cancellationToken);
        await db.Execute(sql.KeepBrought, cancellationToken, parameters);
        await db.Execute(sql.Bury, cancellationToken, parameters);
        var deleted = await db.Execute(sql.Delete, cancellationToken, import);
        var restored = await db.Execute(sql.Restore, cancellationToken, parameters);
        await db.Execute(sql.Forget, cancellationToken, import);
        await MarkDirty(groups, cancellationToken);
        return new TakenBack(ofPlaces.Restored + restored, ofPlaces.Deleted + deleted);
    }

    internal static BrokenRule Superseded() =>
        new(SupersededCode, "Часть результатов этого импорта уже изменена более поздним: сначала отмените его.");

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private Stamp NewStamp(Guid importId) => new(importId, Now());

    private async Task Reserve<T>(List<T> places, CancellationToken cancellationToken)
        where T : IPlaced
    {
        MustBeWriting();
        MustReach(places);
        await db.Bulk.LockRegions(db, Sorted(places.Select(p => p.RegionCode)), cancellationToken);
    }

    private void MustReach<T>(List<T> places)
        where T : IPlaced
    {
        if (places.Exists(p => !db.Current.Scope.Reaches(p)))
            throw new OutOfScope(nameof(ExamResult));
    }

    private async Task<List<SchoolPlace>> Places(RollbackStatements sql, CancellationToken cancellationToken)
    {
        var places = new List<SchoolPlace>();
        await db.Read(
            sql.Places,
            row => places.Add(new SchoolPlace(db.Bulk.ReadId(row, 2), row.GetString(0), row.GetString(1))),
            cancellationToken
        );
        return places;
    }

    private void MustBeWriting()
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Results are written inside BeginWrite.");
    }

    // In one order everywhere, so that two writers never wait for each other.
    private static List<string> Sorted(IEnumerable<string> regions) =>
        [.. regions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private Task MarkDirty(IEnumerable<ResultGroup> groups, CancellationToken cancellationToken) =>
        db.Bulk.Copy(db, ResultTables.Dirty, DirtyNotes.NotesOf(groups), cancellationToken);

    private static ResultGroup GroupOf(System.Data.Common.DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt32(1),
            Enum.Parse<Assessment>(row.GetString(2)),
            row.GetString(3),
            row.GetInt32(4),
            row.GetString(5)
        );
}
