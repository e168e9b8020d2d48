using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;
using Xunit;

namespace Opora.TSql.Tests;

/// <summary>The script that prepares the server before the migrations, read by Microsoft's own parser: no server runs here.</summary>
public sealed partial class DeploymentScriptTests
{
    [Fact]
    public async Task Prepares_the_server_with_valid_statements()
    {
        var text = await File.ReadAllTextAsync(ScriptPath(), TestContext.Current.CancellationToken);
        // What sqlcmd takes for itself before the server sees it: its commands and its variables.
        var sent = Variable().Replace(Command().Replace(text, ""), "word");
        using var reader = new StringReader(sent);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        errors.Select(e => $"{e.Line}: {e.Message}").ShouldBeEmpty();
        script.Batches.Count.ShouldBeGreaterThan(3);
    }

    private static string ScriptPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "infra", "sqlserver", "create-database.sql"));

    [GeneratedRegex("^:.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\$\(\w+\)", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
