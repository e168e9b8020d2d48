using Microsoft.EntityFrameworkCore;
using Opora.Domain;
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
    private readonly ResultStatements _sql = db.Bulk.Results;

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
        await db.Execute(_sql.Prepare, cancellationToken);
        var dialect = db.Bulk;
        await dialect.Copy(
            db,
            ResultTables.Staged with
            {
                Name = dialect.Temporary(ResultTables.Staged.Name),
            },
            rows.Select((row, ordinal) => new StagedRow(ordinal, dialect.NewId(), row)),
            cancellationToken
        );
        await db.Execute(_sql.Match, cancellationToken);
        var (created, updated) = (0, 0);
        await db.Read(
            _sql.Outcomes,
            row =>
            {
                var isNew = row.GetInt32(1) == 1;
                outcomes[row.GetInt32(0)] = isNew ? RowOutcome.Created : RowOutcome.Updated;
                _ = isNew ? created++ : updated++;
            },
            cancellationToken
        );
        if (created + updated == 0)
            return outcomes;
        await Apply(created, updated, importId, cancellationToken);
        await MarkDirty(rows.Where((_, ordinal) => outcomes[ordinal] != RowOutcome.Unchanged).Select(r => r.Group), cancellationToken);
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
        var results = db.ExamResults.Where(r => r.ImportId == importId).Select(r => r.RegionCode);
        var published = db.ReferenceResults.Where(r => r.ImportId == importId).Select(r => r.RegionCode);
        await db.Bulk.LockRegions(db, Sorted(await results.Union(published).ToListAsync(cancellationToken)), cancellationToken);
        var import = ("@import", (object)importId);
        if (await Count(_sql.Superseded, import, cancellationToken) > 0)
            throw Superseded();
        var brought = await Count(_sql.Brought, import, cancellationToken);
        if (brought != await db.ExamResults.CountAsync(r => r.ImportId == importId, cancellationToken))
            throw new OutOfScope(nameof(ExamResult));
        var ofPlaces = await PublishedResults.RollBack(db, importId, Now(), cancellationToken);
        if (brought == 0)
            return ofPlaces;

        var groups = new List<ResultGroup>();
        await db.Read(_sql.BroughtGroups, row => groups.Add(GroupOf(row)), cancellationToken, import);
        var parameters = await Parameters(importId, cancellationToken);
        await db.Execute(_sql.KeepBrought, cancellationToken, parameters);
        await db.Execute(_sql.Bury, cancellationToken, parameters);
        var deleted = await db.Execute(_sql.Delete, cancellationToken, import);
        var restored = await db.Execute(_sql.Restore, cancellationToken, parameters);
        await db.Execute(_sql.Forget, cancellationToken, import);
        await MarkDirty(groups, cancellationToken);
        return new TakenBack(ofPlaces.Restored + restored, ofPlaces.Deleted + deleted);
    }

    internal static BrokenRule Superseded() =>
        new("import-superseded", "Часть результатов этого импорта уже изменена более поздним: сначала отмените его.");

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private async Task Reserve<T>(List<T> places, CancellationToken cancellationToken)
        where T : Domain.Places.IPlaced
    {
        MustBeWriting();
        if (places.Exists(p => !db.Current.Scope.Reaches(p)))
            throw new OutOfScope(nameof(ExamResult));
        await db.Bulk.LockRegions(db, Sorted(places.Select(p => p.RegionCode)), cancellationToken);
    }

    private void MustBeWriting()
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Results are written inside BeginWrite.");
    }

    // In one order everywhere, so that two writers never wait for each other.
    private static List<string> Sorted(IEnumerable<string> regions) =>
        [.. regions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async Task Apply(int created, int updated, Guid importId, CancellationToken cancellationToken)
    {
        var parameters = await Parameters(importId, cancellationToken);
        // Of an updated row two are written: its revision and itself.
        var written = updated == 0 ? 0 : await db.Execute(_sql.Update, cancellationToken, parameters);
        if (created > 0)
            written += await db.Execute(_sql.Insert, cancellationToken, parameters);
        if (written != 2 * updated + created)
            throw new InvalidOperationException($"{written} rows were written of {created} new and {updated} changed ones.");
    }

    private async Task<(string Name, object Value)[]> Parameters(Guid importId, CancellationToken cancellationToken) =>
        db.Bulk.NextChangeNo is { } next
            ? [("@import", importId), ("@at", Now()), ("@change", (await db.Scalar(next, cancellationToken))!)]
            : [("@import", importId), ("@at", Now())];

    private async Task<long> Count(string sql, (string, object) import, CancellationToken cancellationToken) =>
        Convert.ToInt64(await db.Scalar(sql, cancellationToken, import), System.Globalization.CultureInfo.InvariantCulture);

    private Task MarkDirty(IEnumerable<ResultGroup> groups, CancellationToken cancellationToken) =>
        db.Bulk.Copy(db, ResultTables.Dirty, DirtyNotes.NotesOf(groups.Distinct()), cancellationToken);

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
