using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;
using static Opora.Api.Tests.Features.Imports.ImportTables;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>A process that dies in the middle of an import, and the next one that goes on.</summary>
public sealed class ResumeImportTests
{
    private static readonly TimeSpan LeaseOver = ImportRunner.Lease + TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("atomic")]
    [InlineData("partial")]
    public async Task Another_process_goes_on_loading_at_the_checkpoint(string mode)
    {
        await using var dying = await ImportProcess.Start();
        await using var next = dying.Another();
        var given = await Given.Region(dying);
        using var http = await given.Operator(next);
        var id = await http.Send(await given.Table(), mode);
        var first = (await dying.Take())!;
        await dying.DieAt(first, run => run is { Step: ImportStep.Loading, RowsDone: > 2_001 });
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(2_000, "what was not committed is gone"));

        // The dead one still holds it, for a while.
        (await next.Take()).ShouldBeNull();
        dying.Clock.Advance(LeaseOver);
        var second = (await next.Take())!;
        second.Attempts.ShouldBe(2);
        List<int> reached = [];
        next.Checkpoints().Committed = run =>
        {
            if (run is { Step: ImportStep.Loading, RowsDone: > 2_001 })
                reached.Add(run.RowsDone);
            return Task.CompletedTask;
        };
        await next.Work(second);

        // It begins where the dead one had last committed, with the header as the first row.
        reached.ShouldBe([4_001, 5_001]);
        var import = await http.Imported(id);
        import.State().ShouldBe("succeeded", import.ToString());
        import.Counts().ShouldBe([Good, Good, 0, 0, 0]);
        await given.InRegion(async db =>
        {
            (await db.ExamResults.CountAsync()).ShouldBe(Good);
            (await db.ExamResults.Select(r => r.SourceRow).Distinct().CountAsync()).ShouldBe(Good, "every row once");
            (await db.ExamResultRevisions.CountAsync()).ShouldBe(0);
        });
        // Should the first one wake up again, it can save nothing any more.
        await Should.ThrowAsync<LeaseLost>(() => dying.WorkUnguarded(first));
    }

    [Fact]
    public async Task A_check_is_made_anew_and_its_errors_are_told_once()
    {
        await using var dying = await ImportProcess.Start();
        await using var next = dying.Another();
        var given = await Given.Region(dying);
        using var http = await given.Operator(next);
        var id = await http.Send(await given.Table(Bad), "partial");
        await dying.DieAt((await dying.Take())!, run => run is { Step: ImportStep.Checking, ErrorsTotal: > 1_500 });
        await given.InRegion(async db => (await db.RejectedRows.CountAsync()).ShouldBe(1_000, "it died in the middle of checking"));
        dying.Clock.Advance(LeaseOver);
        await next.Work((await next.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("partiallySucceeded", import.ToString());
        import.Counts().ShouldBe([Good + Bad, Good, 0, 0, Bad]);
        import.GetProperty("errorsTotal").GetInt32().ShouldBe(Bad);
        await given.InRegion(async db =>
        {
            (await db.ExamResults.CountAsync()).ShouldBe(Good);
            (await db.RejectedRows.CountAsync()).ShouldBe(Bad);
            (await db.RejectedRows.Select(r => r.Row).Distinct().CountAsync()).ShouldBe(Bad);
        });
    }

    [Fact]
    public async Task Whoever_goes_on_loading_finds_duplicates_again()
    {
        await using var dying = await ImportProcess.Start();
        await using var next = dying.Another();
        var given = await Given.Region(dying);
        using var http = await given.Operator(next);
        var table = await given.Table();
        var id = await http.Send(table + table.Split('\n')[1] + "\n", "partial");
        await dying.DieAt((await dying.Take())!, run => run is { Step: ImportStep.Loading, RowsDone: > 4_000 });
        dying.Clock.Advance(LeaseOver);
        await next.Work((await next.Take())!);

        var import = await http.Imported(id);
        import.Counts().ShouldBe([Good + 1, Good - 1, 0, 0, 2]);
        import.GetProperty("errorsTotal").GetInt32().ShouldBe(2);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(Good - 1));
    }

    [Fact]
    public async Task A_process_that_ends_in_good_order_hands_over_at_once()
    {
        await using var ending = await ImportProcess.Start();
        await using var next = ending.Another();
        var given = await Given.Region(ending);
        using var http = await given.Operator(next);
        var id = await http.Send(await given.Table(), "atomic");
        using var stop = new CancellationTokenSource();
        ending.Checkpoints().Committed = run =>
            run is { Step: ImportStep.Loading, RowsDone: > 0 } ? stop.CancelAsync() : Task.CompletedTask;
        var ticket = (await ending.Take())!;
        await Should.ThrowAsync<OperationCanceledException>(() => ending.Work(ticket, stop.Token));

        var handed = (await next.Take())!;
        handed.Attempts.ShouldBe(1);
        await next.Work(handed);
        (await http.Imported(id)).Counts().ShouldBe([Good, Good, 0, 0, 0]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(Good));
    }

    [Fact]
    public async Task An_import_that_kills_whoever_takes_it_is_given_up_and_leaves_nothing()
    {
        await using var process = await ImportProcess.Start();
        var given = await Given.Region(process);
        using var http = await given.Operator();
        var id = await http.Send(await given.Table(), "partial");
        for (var attempt = 1; attempt <= ImportTicket.MostAttempts; attempt++)
        {
            var ticket = (await process.Take())!;
            ticket.Attempts.ShouldBe(attempt);
            await process.DieAt(ticket, run => run is { Step: ImportStep.Loading, RowsDone: > 2_001 });
            process.Clock.Advance(LeaseOver);
        }
        await process.Work((await process.Take())!);
        await GivenUp(process, given, http, id);
    }

    [Fact]
    public async Task An_import_that_fails_again_and_again_is_given_up_and_leaves_nothing()
    {
        await using var process = await ImportProcess.Start();
        var given = await Given.Region(process);
        using var http = await given.Operator();
        var id = await http.Send(await given.Table(), "partial");
        process.Checkpoints().Committing = run =>
            run is { State: ImportState.Running, RowsDone: > 2_001 } and { Step: ImportStep.Loading }
                ? throw new InvalidOperationException("Nobody foresaw this.")
                : Task.CompletedTask;
        var tries = 0;
        for (; await process.Take() is { } ticket; tries++)
            await process.Work(ticket);
        tries.ShouldBe(3);
        await GivenUp(process, given, http, id);
    }

    [Fact]
    public async Task What_newer_data_stands_on_stays_when_an_import_is_given_up()
    {
        await using var process = await ImportProcess.Start();
        var given = await Given.Region(process);
        using var http = await given.Operator();
        var table = await given.Table();
        var id = await http.Send(table, "partial");
        var ticket = (await process.Take())!;
        await process.DieAt(ticket, run => run is { Step: ImportStep.Loading, RowsDone: > 2_001 });
        var lines = table.Split('\n');
        await http.Send($"{lines[0]}\n{lines[1][..lines[1].LastIndexOf(';')]};77\n", "atomic");
        await process.Work((await process.Take())!);
        for (var attempt = 1; attempt < ImportTicket.MostAttempts; attempt++)
        {
            process.Clock.Advance(LeaseOver);
            (await process.Take())!.ImportId.ShouldBe(id);
        }
        process.Clock.Advance(LeaseOver);
        await process.Work((await process.Take())!);

        var import = await http.Imported(id);
        import.State().ShouldBe("partiallySucceeded", import.ToString());
        import.GetProperty("message").GetString()!.ShouldContain("осталось");
        import.Counts()[1].ShouldBe(2_000);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(2_000));
        (await process.Take()).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_former_process_has_imported_is_taken_back_after_a_restart()
    {
        await using var former = await ImportProcess.Start();
        var given = await Given.Region(former);
        using var http = await given.Operator();
        var table = await given.Table();
        var first = await Done(former, http, table);
        var second = await Done(former, http, table.Replace(";0\n", ";100\n", StringComparison.Ordinal));
        second.Counts().ShouldBe([Good, 0, Good / 100, Good - Good / 100, 0]);

        await using var now = former.Another();
        using var restarted = await given.Operator(now);
        foreach (var (import, left) in new[] { (second, Good), (first, 0) })
        {
            var (id, version) = (import.GetProperty("id").GetGuid(), import.GetProperty("version").GetInt32());
            (await restarted.PostJson($"/api/v1/imports/{id}/rollback", new { }, version).Json()).State().ShouldBe("rolledBack");
            await given.InRegion(async db =>
            {
                (await db.ExamResults.CountAsync()).ShouldBe(left);
                (await db.ExamResults.CountAsync(r => r.MeanThousandths == 100_000)).ShouldBe(0);
            });
        }
    }

    private static async Task<JsonElement> Done(ImportProcess process, HttpClient http, string table)
    {
        var id = await http.Send(table, "atomic");
        await process.Work((await process.Take())!);
        return await http.Imported(id);
    }

    private static async Task GivenUp(ImportProcess process, Given given, HttpClient http, Guid id)
    {
        var import = await http.Imported(id);
        import.State().ShouldBe("failed");
        import
            .GetProperty("message")
            .GetString()
            .ShouldBe(
                "Импорт остановлен из-за ошибки сервера, ничего не загружено. Повторите его; если не поможет, сообщите номер импорта."
            );
        import.Counts()[1..4].ShouldBe([0, 0, 0]);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
        (await process.Take()).ShouldBeNull();
    }
}
