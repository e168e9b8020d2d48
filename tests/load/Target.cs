using System.Data.Common;
using System.Diagnostics;

namespace Opora.Load;

/// <summary>A running product on a database of its own, with its operator signed in.</summary>
internal sealed record Instance(ApiProcess Api, Operator Operator, Func<DbConnection> Connect, Func<Task> Remove) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        await Api.DisposeAsync();
        await Remove();
    }
}

/// <summary>A database engine under measurement: the product on it, and the fastest plain way past the product.</summary>
internal abstract class Target(SampleData data) : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>A new id, in a statement.</summary>
    public abstract string NewId { get; }

    /// <summary>An id as text without hyphens, in a statement.</summary>
    public abstract string KeyOf(string column);

    protected SampleData Data { get; } = data;

    /// <summary>The seeded product: municipalities and schools, nothing else. Every instance starts as a copy of it.</summary>
    protected string Template { get; } = Directory.CreateTempSubdirectory("opora-load-").FullName;

    /// <summary>Makes the template through the real import.</summary>
    public async Task Seed()
    {
        await PrepareTemplate();
        await using var api = await ApiProcess.Start(Template, TemplateSettings);
        using var operatorOfRegion = new Operator(api.Address);
        await operatorOfRegion.SetUp(await TokenOf(api));
        await operatorOfRegion.Import("municipalities", Data.MunicipalityLines());
        await operatorOfRegion.Import("schools", Data.SchoolLines());
    }

    /// <summary>Starts the product on a copy of the template, with these settings besides those of the engine.</summary>
    public abstract Task<Instance> Start(params KeyValuePair<string, string>[] more);

    /// <summary>How the engine would answer the command, step by step.</summary>
    public abstract Task<IReadOnlyList<string>> Plan(DbCommand command);

    protected static async Task<IReadOnlyList<string>> Explained(DbCommand command, string explain, int column)
    {
        var plain = command.CommandText;
        command.CommandText = explain + plain;
        List<string> steps = [];
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                steps.Add(reader.GetString(column));
        }

        command.CommandText = plain;
        return steps;
    }

    /// <summary>
    /// Upserts the rows into an empty table without the product: the same natural key with its unique index, the same values, and the
    /// index of the change feed; nothing else that the product keeps.
    /// </summary>
    public abstract Task<TimeSpan> Upsert(IReadOnlyList<ResultRow> rows);

    /// <summary>The dashboard's question as one statement over the raw rows.</summary>
    public async Task<(TimeSpan Time, IReadOnlySet<Share> Shares)> AskRaw(DbConnection connection)
    {
        var watch = Stopwatch.StartNew();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select a."MunicipalityCode", a."Subject",
                   sum(case when a."EffectiveMeanThousandths" > b."EffectiveMeanThousandths" then 1 else 0 end), count(*)
            from exam_results a
            join exam_results b on b."SchoolId" = a."SchoolId" and b."Year" = a."Year" - 1 and b."Assessment" = a."Assessment"
                               and b."Subject" = a."Subject" and b."Grade" = a."Grade" and b."Sitting" = a."Sitting"
            where a."RegionCode" = '{Operator.RegionCode}' and a."Year" = {SampleData.ShownYear}
              and a."Assessment" = '{SampleData.ShownAssessment}' and a."Grade" = {SampleData.ShownGrade} and a."Sitting" = ''
            group by a."MunicipalityCode", a."Subject"
            """;
        var shares = new HashSet<Share>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            shares.Add(new(reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3)));
        return (watch.Elapsed, shares);
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Template, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract IReadOnlyDictionary<string, string> TemplateSettings { get; }

    protected abstract Task PrepareTemplate();

    protected static async Task<Instance> Start(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        Func<DbConnection> connect,
        Func<Task> remove
    )
    {
        var api = await ApiProcess.Start(folder, settings);
        var operatorOfRegion = new Operator(api.Address);
        await operatorOfRegion.SignIn();
        return new Instance(api, operatorOfRegion, connect, remove);
    }

    protected string CopyTemplate()
    {
        var copy = Directory.CreateTempSubdirectory("opora-load-").FullName;
        foreach (var folder in Directory.EnumerateDirectories(Template, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(folder.Replace(Template, copy, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(Template, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(Template, copy, StringComparison.Ordinal));
        return copy;
    }

    // The link is printed right after the address.
    private static async Task<string> TokenOf(ApiProcess api)
    {
        for (var attempt = 0; api.SetupToken is null && attempt < 50; attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        return api.SetupToken ?? throw new InvalidOperationException("The product printed no set-up link.");
    }
}
