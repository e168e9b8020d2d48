using Opora.Persistence;

namespace Opora.Api;

/// <summary>What the command line and the environment say of this start.</summary>
/// <param name="DataFolder">Folder of the SQLite file, cookie keys, uploads and one-time secrets (<c>--data DIR</c>).</param>
/// <param name="Demo">Load the demo data through the real import and write the demo sign-ins (<c>--demo</c>).</param>
/// <param name="Migrate">Bring the database to this version and end (<c>--migrate</c>): the visible step before a start on a server.</param>
/// <param name="Engine">Database engine (<c>Database:Engine</c>).</param>
/// <param name="ConnectionString">Connection string (<c>ConnectionStrings:Opora</c>); a file in the data folder for SQLite.</param>
public sealed record StartOptions(string DataFolder, bool Demo, bool Migrate, EngineKind Engine, string ConnectionString)
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly string[] Flags = ["--demo", "--migrate"];

    /// <summary>The command line as settings. A flag has no value and would swallow the option behind it, so it is given one.</summary>
    public static string[] SettingsOf(string[] args) => [.. args.Select(a => Flags.Contains(a, StringComparer.Ordinal) ? a + "=true" : a)];

    /// <summary>Folder of the keys that protect cookies; replicas share it.</summary>
    public string KeysFolder => Path.Combine(DataFolder, "keys");

    /// <summary>Folder where contents of files arrive, and lie when nothing else keeps them.</summary>
    public string FilesFolder => Path.Combine(DataFolder, "files");

    /// <summary>Reads and makes them true: the data folder exists, a loopback address is set when none was asked for.</summary>
    public static StartOptions Read(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = Path.GetFullPath(configuration["data"] ?? Path.Combine(Environment.CurrentDirectory, "data"));
        Directory.CreateDirectory(folder);
        if (string.IsNullOrEmpty(configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(configuration["http_ports"]))
            builder.WebHost.UseUrls(DefaultUrl);
        var engine = configuration.GetValue("Database:Engine", EngineKind.Sqlite);
        var connection = configuration.GetConnectionString("Opora");
        if (connection is null && engine != EngineKind.Sqlite)
            throw new StartRefused($"ConnectionStrings:Opora is required for the engine {engine}.");
        return new StartOptions(
            folder,
            configuration.GetValue("demo", false),
            configuration.GetValue("migrate", false),
            engine,
            connection ?? Persistence.Engine.SqliteFile(Path.Combine(folder, "opora.db"))
        );
    }
}
