using Opora.Api.Features.Imports.Tables;
using Opora.Api.Features.Imports.Targets;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Results;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// One import from where it stands to its next rest: a person's turn, or its end. Check, then load; what cannot be finished is
/// taken back.
/// </summary>
internal sealed class ImportJob(AppDbContext db, ImportTargets targets, ImportSpool spool, RollupSignal rollups, TimeProvider clock)
{
    private const string NothingLoaded = "Ничего не загружено: в таблице есть ошибки. Исправьте их и загрузите файл заново.";

    /// <summary>Works on a run that was taken.</summary>
    public async Task Run(ImportTicket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Attempts > ImportTicket.MostAttempts)
        {
            await GiveUp(ticket, cancellationToken);
            return;
        }
        var hold = new ImportHold(db, clock, ticket);
        await hold.Open(cancellationToken);
        try
        {
            await hold.Save(run => run.Start(hold.Now), cancellationToken);
            await Work(hold, cancellationToken);
        }
        catch (ImportCancelled)
        {
            await Stop(hold, cancellationToken);
        }
        catch (ImportRefused refused)
        {
            await Fail(hold, refused.Message, refused.Errors, cancellationToken);
        }
        catch (TableUnreadable unreadable)
        {
            await Fail(hold, unreadable.Message, [new ItemError(null, unreadable.Code, "", unreadable.Message)], cancellationToken);
        }
        finally
        {
            rollups.Raise();
        }
    }

    /// <summary>Ends a run that fails again and again for a reason that nobody foresaw, and leaves nothing of it behind.</summary>
    public async Task GiveUp(ImportTicket ticket, CancellationToken cancellationToken)
    {
        const string Stopped = "Импорт остановлен из-за ошибки сервера";
        var hold = new ImportHold(db, clock, ticket);
        await hold.Open(cancellationToken);
        await EndUndone(
            hold,
            run =>
                run.Fail(
                    Stopped + ", ничего не загружено. Повторите его; если не поможет, сообщите номер импорта.",
                    run.Received,
                    hold.Now
                ),
            run => run.BreakOff(Stopped + ".", hold.Now),
            cancellationToken
        );
    }

    private async Task Work(ImportHold hold, CancellationToken cancellationToken)
    {
        if (!spool.Has(hold.Run.Id))
            throw new ImportRefused("Файл этого импорта уже удалён. Загрузите его заново.", []);
        spool.Touch(hold.Run.Id, hold.Now);
        using var file = TableFile.Open(spool.PathOf(hold.Run.Id));
        var chosen = await ChosenMapping.Choose(db, hold.Run, file, cancellationToken);
        var mapping = ChosenMapping.Compile(hold.Run, chosen.Spec, file);
        if (hold.Run.Mapping is null)
            await hold.Save(run => run.UseMapping(chosen.Spec, chosen.Name), cancellationToken);
        var target = targets.Of(hold.Run.Kind);
        await target.Prepare(cancellationToken);

        if (hold.Run.Step == ImportStep.Loading)
            await Load(hold, file, mapping, target, Repeated(hold.Run, file, mapping, target), cancellationToken);
        else
            await Check(hold, file, mapping, target, cancellationToken);
    }

    private static async Task Check(
        ImportHold hold,
        TableFile file,
        CompiledMapping mapping,
        ImportTarget target,
        CancellationToken cancellationToken
    )
    {
        var wizard = hold.Run.Confirm;
        var check = new CheckPass(hold, file, mapping, target);
        await check.Run(firstHalf: wizard, cancellationToken);
        if (check.Received == 0)
            throw new ImportRefused(
                "В таблице нет ни одной строки с данными.",
                [new ItemError(null, "sheet-empty", "", "В таблице нет ни одной строки с данными. Проверьте лист и первую строку данных.")]
            );
        if (wizard)
        {
            // What loading would come to is found by loading, and leaving nothing of it behind.
            var rows = hold.Run.RowsTotal!.Value;
            var trial = new LoadPass(hold, file, mapping, target, check.Duplicates, keep: false);
            await trial.Run(check.Log, done => (rows + done) / 2, cancellationToken);
            await hold.Save(run => run.ShowCheck(run.Counts, run.Counts.Received - run.Counts.Rejected), cancellationToken);
            return;
        }
        if (hold.Run.Mode == ImportMode.Atomic && check.Log.Total > 0)
        {
            await hold.Save(
                run =>
                {
                    run.PassCheck(check.Ready);
                    run.Fail(NothingLoaded, check.Received, hold.Now);
                },
                cancellationToken
            );
            return;
        }
        await hold.Save(
            run =>
            {
                run.Begin(ImportStep.Loading, run.RowsTotal!.Value);
                run.PassCheck(check.Ready);
            },
            cancellationToken
        );
        await Load(hold, file, mapping, target, check.Duplicates, cancellationToken);
    }

    private static async Task Load(
        ImportHold hold,
        TableFile file,
        CompiledMapping mapping,
        ImportTarget target,
        Duplicates duplicates,
        CancellationToken cancellationToken
    )
    {
        var load = new LoadPass(hold, file, mapping, target, duplicates, keep: !hold.Run.DryRun);
        await load.Run(new ErrorLog(hold.Run), progress: null, cancellationToken);
        await hold.End(
            () => Task.CompletedTask,
            run =>
            {
                // Only a dry run comes here with refused items: in earnest the first of them has ended it.
                if (run.Mode == ImportMode.Atomic && run.Rejected > 0)
                    run.Fail(NothingLoaded, run.Received, hold.Now);
                else
                    run.Finish(run.Counts, hold.Now);
            },
            cancellationToken
        );
    }

    // The check was made by another process, or before a restart: which items stand there twice is found again.
    private static Duplicates Repeated(ImportRun run, TableFile file, CompiledMapping mapping, ImportTarget target)
    {
        var duplicates = new Duplicates();
        if (!run.ErrorsByCode().Any(c => c.Code == Duplicates.Code))
            return duplicates;
        using var stream = new ItemStream(run, file, mapping, target);
        var items = new List<StreamedItem>();
        while (stream.Next(items, null))
        {
            foreach (var item in items)
                duplicates.See(item);
            items.Clear();
        }
        duplicates.Close();
        return duplicates;
    }

    private async Task Stop(ImportHold hold, CancellationToken cancellationToken)
    {
        await hold.Open(cancellationToken);
        void Keep(ImportRun run) => run.Stop(undone: false, hold.Now);
        if (hold.Run.Mode == ImportMode.Atomic)
            await EndUndone(hold, run => run.Stop(undone: true, hold.Now), Keep, cancellationToken);
        else
            await hold.End(() => Task.CompletedTask, Keep, cancellationToken);
    }

    private async Task Fail(ImportHold hold, string message, IReadOnlyList<ItemError> errors, CancellationToken cancellationToken)
    {
        await hold.Open(cancellationToken);
        var log = new ErrorLog(hold.Run);
        foreach (var error in errors)
            log.Add(error);
        await EndUndone(
            hold,
            run =>
            {
                run.Fail(message, run.Received, hold.Now);
                log.Tell(run);
            },
            run =>
            {
                run.BreakOff(message, hold.Now);
                log.Tell(run);
            },
            cancellationToken,
            log
        );
    }

    /// <summary>Ends it and takes back what it had brought; where something newer stands on that, it stays and the run says so.</summary>
    private async Task EndUndone(
        ImportHold hold,
        Action<ImportRun> undone,
        Action<ImportRun> kept,
        CancellationToken cancellationToken,
        ErrorLog? log = null
    )
    {
        Task Keep() => log?.Keep(db, hold.Run, cancellationToken) ?? Task.CompletedTask;
        try
        {
            await hold.End(
                async () =>
                {
                    await TakeBack(hold, cancellationToken);
                    await Keep();
                },
                undone,
                cancellationToken
            );
        }
        catch (BrokenRule rule) when (string.Equals(rule.Code, ExamResultStore.SupersededCode, StringComparison.Ordinal))
        {
            await hold.End(Keep, kept, cancellationToken);
        }
    }

    private async Task TakeBack(ImportHold hold, CancellationToken cancellationToken)
    {
        var run = hold.Run;
        if (run.DryRun || run.Step != ImportStep.Loading || run.Created + run.Updated == 0)
            return;
        await targets.Of(run.Kind).TakeBack(run, cancellationToken);
    }
}

/// <summary>The target of each kind.</summary>
internal sealed class ImportTargets(IServiceProvider services)
{
    /// <summary>A new target of the kind.</summary>
    public ImportTarget Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.ExamResults => ActivatorUtilities.CreateInstance<ResultTarget>(services),
            ImportKind.Schools => ActivatorUtilities.CreateInstance<SchoolTarget>(services),
            ImportKind.Municipalities => ActivatorUtilities.CreateInstance<MunicipalityTarget>(services),
            ImportKind.CohortMembers => ActivatorUtilities.CreateInstance<CohortTarget>(services),
            ImportKind.IndicatorValues => ActivatorUtilities.CreateInstance<ValueTarget>(services),
            ImportKind.Teachers => ActivatorUtilities.CreateInstance<TeacherTarget>(services),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
