using System.Diagnostics;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

/// <summary>Starts of the product as a process that cannot be: one line, no pages, exit code 1.</summary>
[AnyEngine]
public sealed class StartTests
{
    [Fact]
    public async Task A_database_server_that_is_not_there_is_told_in_one_line()
    {
        var (code, words) = await Start("PostgreSql", "Host=127.0.0.1;Port=1;Timeout=3;Username=opora;Password=not-to-be-told");
        code.ShouldBe(1);
        words.ShouldStartWith("The database cannot be used: ");
        words.ShouldNotContain("not-to-be-told");
        words.Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_missing_connection_string_is_told_in_one_line()
    {
        var (code, words) = await Start("SqlServer", connection: null);
        code.ShouldBe(1);
        words.ShouldBe("ConnectionStrings:Opora is required for the engine SqlServer.");
    }

    private static async Task<(int Code, string Words)> Start(string engine, string? connection)
    {
        var folder = Directory.CreateTempSubdirectory("opora-start-");
        try
        {
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(StartFailure).Assembly.Location, "--data", folder.FullName, "--urls", "http://127.0.0.1:0" },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["Database__Engine"] = engine, ["ConnectionStrings__Opora"] = connection },
            };
            using var process = Process.Start(start)!;
            var cancel = TestContext.Current.CancellationToken;
            var words = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, string.Concat(words).Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
