using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Opora.Load;

/// <summary>SQLite. The limit is one prepared statement a row in one transaction: longer statements are slower, by their parameters' lookup.</summary>
internal sealed class SqliteTarget(SampleData data) : Target(data)
{
    public override string Name => "SQLite";

    public override string NewId => "randomblob(16)";

    public override string KeyOf(string column) => $"lower(hex({column}))";

    protected override IReadOnlyDictionary<string, string> TemplateSettings { get; } = new Dictionary<string, string>();

    public override Task<IReadOnlyList<string>> Plan(DbCommand command) => Explained(command, "explain query plan ", 3);

    public override Task<Instance> Start(params KeyValuePair<string, string>[] more)
    {
        var folder = CopyTemplate();
        return Start(
            folder,
            new Dictionary<string, string>(more),
            () => new SqliteConnection($"Data Source={Path.Combine(folder, "opora.db")};Mode=ReadWrite"),
            () =>
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    public override async Task<TimeSpan> Upsert(IReadOnlyList<ResultRow> rows)
    {
        var folder = Directory.CreateTempSubdirectory("opora-load-");
        try
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "limit.db")};Pooling=False");
            await connection.OpenAsync();
            Run(
                connection,
                """
                pragma journal_mode = wal;
                pragma synchronous = normal;
                create table result (id integer primary key, school text not null, year integer not null, assessment text not null,
                  subject text not null, grade integer not null, sitting text not null, participants integer, mean integer,
                  below integer, change_no integer not null, unique (school, year, assessment, subject, grade, sitting));
                create index result_change on result (change_no, id);
                """
            );
            var watch = Stopwatch.StartNew();
            UpsertAll(connection, rows);
            return watch.Elapsed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    protected override Task PrepareTemplate() => Task.CompletedTask;

    private static void UpsertAll(SqliteConnection connection, IReadOnlyList<ResultRow> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = """
            insert into result (school, year, assessment, subject, grade, sitting, participants, mean, below, change_no)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
            on conflict do update set participants = excluded.participants, mean = excluded.mean, below = excluded.below, change_no = 1
            where (participants, mean, below) is not (excluded.participants, excluded.mean, excluded.below)
            """;
        var parameters = Enumerable.Range(1, 9).Select(i => command.Parameters.Add(new SqliteParameter("$" + i, null))).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            parameters[0].Value = SampleData.SchoolCode(row.School);
            parameters[1].Value = row.Year;
            parameters[2].Value = row.Assessment;
            parameters[3].Value = row.Subject;
            parameters[4].Value = row.Grade;
            parameters[5].Value = row.Sitting;
            parameters[6].Value = row.Participants;
            parameters[7].Value = row.Mean;
            parameters[8].Value = row.BelowThreshold;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
