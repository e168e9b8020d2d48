using System.Globalization;
using Opora.Domain.Results;
using Opora.Persistence.Results;
using SQLitePCL;
using static Opora.Persistence.Engines.BulkDialect;
using static Opora.Persistence.Engines.ResultTables;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>
/// The upsert on SQLite goes row by row: there is no way to the server to save, and staging would write every row twice. A row is
/// tried as what its predecessor was, since new rows come together and known ones too.
/// </summary>
internal sealed class SqliteUpsert : IDisposable
{
    private const string AtFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    // Parameters: those of ResultTables.Rows, then the place and the stamp.
    private static readonly int FirstOfPlace = Rows.Columns.Count + 1;
    private static readonly int FirstOfStamp = FirstOfPlace + 2;
    private static readonly string[] RowColumns = [.. Rows.Columns.Select(c => c.Name)];
    private static readonly string Import = $"?{FirstOfStamp}";
    private static readonly string At = $"?{FirstOfStamp + 1}";
    private static readonly string Change = $"?{FirstOfStamp + 2}";
    private static readonly string IsKey = string.Join(" AND ", Key.Select(c => $"e.\"{c}\" = {Parameter(c)}"));
    private static readonly string AreOthers = $"({List(Values, "e")}) IS NOT ({string.Join(", ", Values.Select(Parameter))})";

    private static readonly string InsertSql = $"""
        INSERT INTO {Stored} ({List(RowColumns)}, "RegionCode", "MunicipalityCode", "ImportId", "RecordedAt", "ChangeNo")
        VALUES ({string.Join(", ", RowColumns.Select(Parameter))}, ?{FirstOfPlace}, ?{FirstOfPlace + 1}, {Import}, {At}, {Change})
        ON CONFLICT ({List(Key)}) DO NOTHING
        """;

    private static readonly string CompareSql = $"SELECT 1 + ({AreOthers}) FROM {Stored} e WHERE {IsKey}";

    private static readonly string KeepSql = $"{Keep(Parameter("Id"), Import, At, Stored + " e")} WHERE {IsKey}";

    private static readonly string UpdateSql = $"""
        UPDATE {Stored} AS e SET {string.Join(", ", Values.Append(nameof(ExamResult.SourceRow)).Select(c => $"\"{c}\" = {Parameter(c)}"))},
        "ImportId" = {Import}, "RecordedAt" = {At}, "ChangeNo" = {Change} WHERE {IsKey}
        """;

    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _compare;
    private readonly SqliteStatement _keep;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _place;
    private Guid _placed;

    public SqliteUpsert(sqlite3 database, Stamp stamp, long changeNo)
    {
        _insert = new SqliteStatement(database, InsertSql);
        _compare = new SqliteStatement(database, CompareSql);
        _keep = new SqliteStatement(database, KeepSql);
        _update = new SqliteStatement(database, UpdateSql);
        _place = new SqliteStatement(database, "SELECT \"RegionCode\", \"MunicipalityCode\" FROM \"schools\" WHERE \"Id\" = ?1");
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_insert, _keep, _update])
        {
            statement.From(FirstOfStamp).Guid(stamp.ImportId);
            statement.Text(stamp.At.ToString(AtFormat, CultureInfo.InvariantCulture));
            if (statement != _keep)
                statement.Long(changeNo);
        }
    }

    /// <summary>Writes the rows; how many were written.</summary>
    public int Write(IReadOnlyList<ResultRow> rows, RowOutcome[] outcomes)
    {
        var (written, wasKnown) = (0, false);
        using var ids = OrderedIds.Next().GetEnumerator();
        for (var i = 0; i < rows.Count && ids.MoveNext(); i++)
        {
            var row = new StagedRow(i, ids.Current, rows[i]);
            outcomes[i] = wasKnown ? Revise(row) ?? Create(row) : Create(row, orElse: Revise);
            wasKnown = outcomes[i] != RowOutcome.Created;
            written += outcomes[i] == RowOutcome.Unchanged ? 0 : 1;
        }
        return written;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_insert, _compare, _keep, _update, _place])
            statement.Dispose();
    }

    private RowOutcome Create(StagedRow row, Func<StagedRow, RowOutcome?>? orElse = null)
    {
        Place(row.Row.School.Id);
        Rows.Write(row, _insert.From(1));
        if (_insert.Write() == 1)
            return RowOutcome.Created;
        return orElse?.Invoke(row) ?? throw new InvalidOperationException("A result is neither new nor known.");
    }

    private RowOutcome? Revise(StagedRow row)
    {
        Rows.Write(row, _compare.From(1));
        var known = _compare.Single(static s => s.ReadInt(0));
        if (known < 2)
            return known == 0 ? null : RowOutcome.Unchanged;
        Rows.Write(row, _keep.From(1));
        _keep.Write();
        Rows.Write(row, _update.From(1));
        _update.Write();
        return RowOutcome.Updated;
    }

    // Read from the school at this moment: it may have moved since its code was looked up. Rows of a school come together.
    private void Place(Guid school)
    {
        if (school == _placed)
            return;
        _place.From(1).Guid(school);
        var (region, municipality) = _place.Single(static s => (s.ReadText(0), s.ReadText(1)));
        _insert.From(FirstOfPlace).Text(region);
        _insert.Text(municipality);
        _placed = school;
    }

    private static string Parameter(string column) => $"?{Array.IndexOf(RowColumns, column) + 1}";
}
