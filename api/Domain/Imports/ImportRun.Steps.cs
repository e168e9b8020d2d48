using System.Text.Json;
using static Opora.Domain.Imports.ImportState;

namespace Opora.Domain.Imports;

public sealed partial class ImportRun
{
    private const string Kept =
        "Загруженное до остановки осталось: часть этих данных уже изменена позже. Чтобы убрать его, сначала отмените более позднее изменение.";

    /// <summary>A batch that is answered at once. It is finished with <see cref="Finish"/> in the same transaction.</summary>
    public static ImportRun OfBatch(ImportKind kind, ImportAsker by, ImportMode mode, bool dryRun, DateTime at) =>
        new(kind, ImportSource.Batch, by, mode, dryRun, at)
        {
            State = Running,
            Step = ImportStep.Loading,
            StartedAt = at,
        };

    /// <summary>A file that has been received: queued at once, or waiting for a person to say what its columns are.</summary>
    public static ImportRun OfFile(
        ImportKind kind,
        ImportAsker by,
        ImportFile file,
        ImportMode mode,
        bool dryRun,
        bool confirm,
        DateTime at
    ) =>
        new(kind, ImportSource.File, by, mode, dryRun, at)
        {
            FileName = file.Name,
            Size = file.Size,
            Hash = file.Hash,
            Confirm = confirm,
            State = confirm ? AwaitingConfirmation : Queued,
            Step = confirm ? ImportStep.Mapping : ImportStep.Checking,
        };

    /// <summary>Says what the columns are; the name is that of the saved mapping, if it is one.</summary>
    public void UseMapping(MappingSpec mapping, string? name) => (Mapping, MappingName) = (mapping.ToJson(), name);

    /// <summary>Asks for the check.</summary>
    /// <exception cref="BrokenRule"><c>import-not-waiting</c></exception>
    public void AskForCheck(MappingSpec mapping, string? mappingName, ImportMode mode)
    {
        MustWait();
        UseMapping(mapping, mappingName);
        Mode = mode;
        Queue(ImportStep.Checking);
    }

    /// <summary>Puts a cell right and asks for the check anew; the last word on a cell holds.</summary>
    /// <exception cref="BrokenRule"><c>import-not-waiting</c>, <c>import-not-checked</c>, <c>too-many-corrections</c></exception>
    public void Correct(CellCorrection correction)
    {
        MustBeChecked();
        List<CellCorrection> cells =
        [
            .. CorrectedCells()
                .Where(c => c.Row != correction.Row || !string.Equals(c.Column, correction.Column, StringComparison.OrdinalIgnoreCase)),
            correction,
        ];
        if (cells.Count > MostCorrections)
            throw new BrokenRule("too-many-corrections", "Исправлений слишком много: исправьте файл и загрузите его заново.");
        Corrections = JsonSerializer.Serialize(cells);
        Queue(ImportStep.Checking);
    }

    /// <summary>Asks for the load of what was checked.</summary>
    /// <exception cref="BrokenRule"><c>import-not-waiting</c>, <c>import-not-checked</c>, <c>import-has-errors</c></exception>
    public void AskForLoad(ImportMode mode)
    {
        MustBeChecked();
        if (mode == ImportMode.Atomic && ErrorsTotal > 0)
            throw new BrokenRule("import-has-errors", "В таблице есть ошибки. Исправьте их или загрузите только верные строки.");
        Mode = mode;
        Queue(ImportStep.Loading);
    }

    /// <summary>Stops it: at once when nobody works on it, else at the next checkpoint.</summary>
    /// <exception cref="BrokenRule"><c>import-over</c></exception>
    public void Cancel(DateTime at)
    {
        if (State == Running)
            CancelAsked = true;
        else if (State is Queued or AwaitingConfirmation)
            Stop(undone: true, at);
        else
            throw new BrokenRule("import-over", "Этот импорт уже завершён.");
    }

    /// <summary>A runner takes it up, or goes on after another one was lost.</summary>
    public void Start(DateTime at)
    {
        State = Running;
        StartedAt ??= at;
    }

    /// <summary>Begins a step from its first row.</summary>
    public void Begin(ImportStep step, int rowsTotal)
    {
        Step = step;
        RowsTotal = rowsTotal;
        RowsDone = 0;
        Counts = default;
        if (step != ImportStep.Checking)
            return;
        Ready = 0;
        TellErrors(0, []);
    }

    /// <summary>Moves the checkpoint; saved in the transaction that wrote the rows.</summary>
    public void Reach(int rowsDone, ImportCounts more)
    {
        RowsDone = rowsDone;
        Counts += more;
    }

    /// <summary>Tells what is wrong so far.</summary>
    public void TellErrors(int total, IEnumerable<CodeCount> byCode) =>
        (ErrorsTotal, ErrorCodes) = (total, JsonSerializer.Serialize(byCode.OrderByDescending(c => c.Count)));

    /// <summary>The check is over: a person looks at it.</summary>
    public void ShowCheck(ImportCounts expected, int ready) =>
        (State, Step, Counts, Ready, RowsDone) = (AwaitingConfirmation, ImportStep.Checked, expected, ready, RowsTotal ?? RowsDone);

    /// <summary>The check is over and loading follows.</summary>
    public void PassCheck(int ready) => Ready = ready;

    /// <summary>Everything that could be done is done.</summary>
    public void Finish(ImportCounts counts, DateTime at)
    {
        Counts = counts;
        End(
            counts.Rejected == 0 ? Succeeded
                : counts.Rejected < counts.Received ? PartiallySucceeded
                : Failed,
            at
        );
    }

    /// <summary>Nothing was kept. Of an atomic import every item counts as rejected.</summary>
    public void Fail(string message, int received, DateTime at)
    {
        Counts = new ImportCounts(received, 0, 0, 0, received);
        Tell(message);
        End(Failed, at);
    }

    /// <summary>It could not be finished, and what it had brought could not be taken back: something newer stands on it.</summary>
    public void BreakOff(string message, DateTime at)
    {
        Tell($"{message} {Kept}");
        End(PartiallySucceeded, at);
    }

    /// <summary>Ends it because somebody asked for that.</summary>
    /// <param name="undone">Whether what it had brought was taken back.</param>
    /// <param name="at">UTC instant.</param>
    public void Stop(bool undone, DateTime at)
    {
        if (undone)
            Counts = new ImportCounts(Received, 0, 0, 0, Received);
        else if (Mode == ImportMode.Atomic && Created + Updated > 0)
            Tell(Kept);
        End(Cancelled, at);
    }

    /// <summary>Everything it had brought has been taken back.</summary>
    /// <exception cref="BrokenRule"><c>nothing-to-roll-back</c></exception>
    public void RollBack(DateTime at)
    {
        if (!HasBrought)
            throw new BrokenRule("nothing-to-roll-back", "Этот импорт ничего не изменил или уже отменён: отменять нечего.");
        End(RolledBack, at);
    }

    private void Queue(ImportStep step)
    {
        (State, Step, RowsDone, Message) = (Queued, step, 0, null);
        Counts = default;
    }

    private void Tell(string message) => Message = message.Length > MessageLength ? message[..MessageLength] : message;

    private void End(ImportState state, DateTime at) => (State, Step, FinishedAt, CancelAsked) = (state, ImportStep.Done, at, false);

    private void MustWait()
    {
        if (State != AwaitingConfirmation)
            throw new BrokenRule("import-not-waiting", "Импорт сейчас не ждёт ваших действий: дождитесь окончания проверки или загрузки.");
    }

    private void MustBeChecked()
    {
        MustWait();
        if (Step != ImportStep.Checked)
            throw new BrokenRule("import-not-checked", "Сначала проверьте таблицу.");
    }
}
