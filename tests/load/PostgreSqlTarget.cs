using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Opora.Load;

/// <summary>PostgreSQL. The limit is binary COPY into a temporary table and one upsert from it, five thousand rows at a time.</summary>
internal sealed class PostgreSqlTarget : Target
{
    private const int BatchRows = 5_000;
    private readonly string _server;
    private readonly string _template = Unique();

    public PostgreSqlTarget(SampleData data, string server)
        : base(data)
    {
        _server = server;
        TemplateSettings = Settings(_template);
    }

    public override string Name => "PostgreSQL";

    public override string NewId => "gen_random_uuid()";

    public override string KeyOf(string column) => $"replace({column}::text, '-', '')";

    protected override IReadOnlyDictionary<string, string> TemplateSettings { get; }

    public override Task<IReadOnlyList<string>> Plan(DbCommand command) => Explained(command, "explain (costs off) ", 0);

    public override async Task<Instance> Start(params KeyValuePair<string, string>[] more)
    {
        var folder = CopyTemplate();
        var database = Unique();
        // The template's own instance has just ended; its last connections may linger.
        await OnServer($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{_template}'");
        await OnServer($"create database {database} template {_template}");
        return await Start(
            folder,
            new Dictionary<string, string>(Settings(database).Concat(more)),
            () => new NpgsqlConnection(To(database)),
            async () =>
            {
                NpgsqlConnection.ClearAllPools();
                await OnServer($"drop database {database} with (force)");
                Directory.Delete(folder, recursive: true);
            }
        );
    }

    public override async Task<TimeSpan> Upsert(IReadOnlyList<ResultRow> rows)
    {
        var database = Unique();
        await OnServer($"create database {database}");
        try
        {
            await using var connection = new NpgsqlConnection(To(database));
            await connection.OpenAsync();
            await Run(
                connection,
                """
                create table result (id bigint generated always as identity primary key, school text not null, year integer not null,
                  assessment text not null, subject text not null, grade integer not null, sitting text not null,
                  participants integer, mean integer, below integer, change_no bigint not null,
                  unique (school, year, assessment, subject, grade, sitting));
                create index result_change on result (change_no, id);
                create temp table staged (school text, year integer, assessment text, subject text, grade integer, sitting text,
                  participants integer, mean integer, below integer) on commit delete rows
                """
            );
            var watch = Stopwatch.StartNew();
            foreach (var batch in rows.Chunk(BatchRows))
                await UpsertBatch(connection, batch);
            return watch.Elapsed;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await OnServer($"drop database {database} with (force)");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await OnServer($"drop database if exists {_template} with (force)");
        await base.DisposeAsync();
    }

    protected override Task PrepareTemplate() => ApiProcess.Migrate(Template, TemplateSettings);

    private static async Task UpsertBatch(NpgsqlConnection connection, ResultRow[] rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy staged from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(SampleData.SchoolCode(row.School), NpgsqlDbType.Text);
                await copy.WriteAsync(row.Year, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Assessment, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Subject, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Grade, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Sitting, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Participants, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Mean, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.BelowThreshold, NpgsqlDbType.Integer);
            }

            await copy.CompleteAsync();
        }

        await Run(
            connection,
            """
            insert into result (school, year, assessment, subject, grade, sitting, participants, mean, below, change_no)
            select staged.*, 1 from staged
            on conflict (school, year, assessment, subject, grade, sitting) do update
            set participants = excluded.participants, mean = excluded.mean, below = excluded.below, change_no = excluded.change_no
            where (result.participants, result.mean, result.below) is distinct from (excluded.participants, excluded.mean, excluded.below)
            """
        );
        await transaction.CommitAsync();
    }

    private static string Unique() => "opora_load_" + Guid.NewGuid().ToString("N");

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await Run(connection, sql);
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(_server) { Database = database }.ToString();

    private Dictionary<string, string> Settings(string database) =>
        new() { ["Database__Engine"] = "PostgreSql", ["ConnectionStrings__Opora"] = To(database) };
}
