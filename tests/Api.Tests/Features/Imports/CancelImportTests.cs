using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;
using static Opora.Api.Tests.Features.Imports.ImportTables;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>
/// Cancelling: nothing is applied while the table is checked; of what is being loaded an atomic import keeps nothing, a partial one
/// keeps what was loaded until then, which can be taken back.
/// </summary>
public sealed class CancelImportTests
{
    [Theory]
    [InlineData("atomic")]
    [InlineData("partial")]
    public async Task Cancelling_a_check_applies_nothing(string mode)
    {
        await using var working = await ImportProcess.Start();
        await using var other = working.Another();
        var given = await Given.Region(working);
        using var http = await given.Operator(other);
        var id = await http.Send(await given.Table(Bad), mode);
        CancelAt(working, http, run => run is { Step: ImportStep.Checking, ErrorsTotal: > 0 });
        await working.Work((await working.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("cancelled");
        import.Counts().ShouldBe([0, 0, 0, 0, 0]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
        (await working.Take()).ShouldBeNull();
        await Cancel(http, import).AssertProblem(409, "import-over");
    }

    [Fact]
    public async Task What_waits_is_cancelled_only_in_the_version_seen()
    {
        await using var process = await ImportProcess.Start();
        var given = await Given.Region(process);
        using var http = await given.Operator();
        var id = await http.Send(await given.Table(), "atomic&confirm=true");
        await http.PostJson($"/api/v1/imports/{id}/cancel", new { }, 2).AssertProblem(412, "version-mismatch");
        await http.PostJson($"/api/v1/imports/{id}/cancel", new { }).AssertProblem(428, "version-required");
        (await http.PostJson($"/api/v1/imports/{id}/cancel", new { }, 1).Json()).State().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Cancelling_an_atomic_load_takes_back_what_was_loaded()
    {
        await using var working = await ImportProcess.Start();
        await using var other = working.Another();
        var given = await Given.Region(working);
        using var http = await given.Operator(other);
        var id = await http.Send(await given.Table(), "atomic");
        CancelAt(working, http, run => run is { Step: ImportStep.Loading, RowsDone: > 2_001 });
        await working.Work((await working.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("cancelled");
        import.Counts().ShouldBe([4_000, 0, 0, 0, 4_000]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
        (await working.Take()).ShouldBeNull();
    }

    [Fact]
    public async Task Cancelling_a_partial_load_keeps_what_was_loaded_until_it_is_taken_back()
    {
        await using var working = await ImportProcess.Start();
        await using var other = working.Another();
        var given = await Given.Region(working);
        using var http = await given.Operator(other);
        var id = await http.Send(await given.Table(), "partial");
        CancelAt(working, http, run => run is { Step: ImportStep.Loading, RowsDone: > 0 });
        await working.Work((await working.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("cancelled");
        import.Counts().ShouldBe([2_000, 2_000, 0, 0, 0]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(2_000));
        var back = await http.PostJson($"/api/v1/imports/{id}/rollback", new { }, import.GetProperty("version").GetInt32()).Json();
        back.State().ShouldBe("rolledBack");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task What_was_asked_while_nobody_worked_is_done_by_the_next_process()
    {
        await using var dying = await ImportProcess.Start();
        await using var next = dying.Another();
        var given = await Given.Region(dying);
        using var http = await given.Operator(next);
        var id = await http.Send(await given.Table(), "atomic");
        await dying.DieAt((await dying.Take())!, run => run is { Step: ImportStep.Loading, RowsDone: > 4_000 });
        var asked = await Cancel(http, await http.GetJson($"/api/v1/imports/{id}")).Json();
        asked.State().ShouldBe("running", "a dead process may yet wake up: it is stopped by whoever takes the import over");
        dying.Clock.Advance(ImportRunner.Lease + TimeSpan.FromSeconds(1));
        await next.Work((await next.Take())!);

        (await http.Imported(id)).State().ShouldBe("cancelled");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task What_newer_data_stands_on_stays()
    {
        await using var working = await ImportProcess.Start();
        await using var other = working.Another();
        var given = await Given.Region(working);
        using var http = await given.Operator(other);
        var table = await given.Table();
        var id = await http.Send(table, "atomic");
        var lines = table.Split('\n');
        var newer = $"{lines[0]}\n{lines[1][..lines[1].LastIndexOf(';')]};77\n";
        working.Checkpoints().Committed = async run =>
        {
            if (run is not { Step: ImportStep.Loading, RowsDone: > 0 })
                return;
            working.Checkpoints().Committed = null;
            await http.Send(newer, "atomic");
            await other.Work((await other.Take())!);
            await Cancel(http, await http.GetJson($"/api/v1/imports/{id}")).Json();
        };
        await working.Work((await working.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("cancelled");
        import.Counts().ShouldBe([2_000, 2_000, 0, 0, 0]);
        import.GetProperty("message").GetString()!.ShouldContain("осталось");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(2_000));
        (await working.Take()).ShouldBeNull();
    }

    private static void CancelAt(ImportProcess process, HttpClient http, Func<ImportRun, bool> where) =>
        process.Checkpoints().Committed = async run =>
        {
            if (run.State != ImportState.Running || !where(run))
                return;
            process.Checkpoints().Committed = null;
            // What a person sees on the screen is of a checkpoint ago; a version that never was is refused.
            var address = $"/api/v1/imports/{run.Id}/cancel";
            await http.PostJson(address, new { }, run.Version + 1).AssertProblem(412, "version-mismatch");
            (await http.PostJson(address, new { }, run.Version - 1).Json()).State().ShouldBe("running");
        };

    private static Task<HttpResponseMessage> Cancel(HttpClient http, System.Text.Json.JsonElement import) =>
        http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/cancel", new { }, import.GetProperty("version").GetInt32());
}
