using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>
/// A prepared statement whose values are bound by number, one after another from the first. Finding parameters by name costs more than
/// the insert itself, and statements of many rows make that quadratic.
/// </summary>
internal sealed class SqliteStatement : IRowSink, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _id = new byte[16];
    private int _bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>Starts binding at a parameter, counted from 1; values bound before stay.</summary>
    public SqliteStatement From(int parameter)
    {
        _bound = parameter - 1;
        return this;
    }

    public void Int(int? value)
    {
        _bound++;
        _ = value is { } number ? raw.sqlite3_bind_int(_statement, _bound, number) : raw.sqlite3_bind_null(_statement, _bound);
    }

    public void Long(long? value)
    {
        _bound++;
        _ = value is { } number ? raw.sqlite3_bind_int64(_statement, _bound, number) : raw.sqlite3_bind_null(_statement, _bound);
    }

    public void Guid(Guid? value)
    {
        _bound++;
        if (value is not { } id)
        {
            _ = raw.sqlite3_bind_null(_statement, _bound);
            return;
        }
        id.TryWriteBytes(_id, bigEndian: true, out _);
        _ = raw.sqlite3_bind_blob(_statement, _bound, _id);
    }

    // As the provider writes instants, so that both compare.
    public void Instant(DateTime value) => Text(value.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public void Text(string? value)
    {
        _bound++;
        _ = value is null ? raw.sqlite3_bind_null(_statement, _bound) : raw.sqlite3_bind_text(_statement, _bound, value);
    }

    /// <summary>Runs a statement that writes; how many rows it wrote.</summary>
    public int Write()
    {
        Step();
        _ = raw.sqlite3_reset(_statement);
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Runs a query for one row and reads from it; the default value when there is no row.</summary>
    public T? Single<T>(Func<SqliteStatement, T> read)
    {
        var found = Step() ? read(this) : default;
        _ = raw.sqlite3_reset(_statement);
        return found;
    }

    public int ReadInt(int column) => raw.sqlite3_column_int(_statement, column);

    public string ReadText(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var outcome = raw.sqlite3_step(_statement);
        if (outcome == raw.SQLITE_ROW)
            return true;
        if (outcome != raw.SQLITE_DONE)
        {
            _ = raw.sqlite3_reset(_statement);
            Check(outcome);
        }
        return false;
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
