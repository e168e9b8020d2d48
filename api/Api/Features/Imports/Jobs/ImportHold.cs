using Microsoft.EntityFrameworkCore;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// An import while this process works on it. Everything is saved through here: rows and checkpoint in one transaction, fenced by the
/// lease, and stopped when somebody has asked for that.
/// </summary>
internal sealed class ImportHold(AppDbContext db, TimeProvider clock, ImportTicket held)
{
    /// <summary>The run as it was last saved; changed only by saving.</summary>
    public ImportRun Run { get; private set; } = null!;

    /// <summary>The context of the job.</summary>
    public AppDbContext Db => db;

    /// <summary>The instant that is saved.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Reads the run.</summary>
    public async Task Open(CancellationToken cancellationToken) =>
        Run = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == held.ImportId, cancellationToken);

    /// <summary>Saves a change of the run.</summary>
    public Task Save(Action<ImportRun> change, CancellationToken cancellationToken) =>
        Save(() => Task.CompletedTask, change, cancellationToken);

    /// <summary>Writes rows and saves the change of the run that goes with them, both or neither.</summary>
    /// <param name="write">Writes rows; called again when somebody else changed the run meanwhile.</param>
    /// <param name="change">Changes the run.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="LeaseLost">Another process holds the run.</exception>
    /// <exception cref="ImportCancelled">Somebody asked to stop.</exception>
    public Task Save(Func<Task> write, Action<ImportRun> change, CancellationToken cancellationToken) =>
        Save(write, change, heedCancel: true, cancellationToken);

    /// <summary>The same at the end of the work, when it is too late to stop.</summary>
    public Task End(Func<Task> write, Action<ImportRun> change, CancellationToken cancellationToken) =>
        Save(write, change, heedCancel: false, cancellationToken);

    /// <summary>Writes rows and leaves no trace of them.</summary>
    public async Task Try(Func<Task> write, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginWrite(cancellationToken);
        db.ChangeTracker.Clear();
        await write();
        db.ChangeTracker.Clear();
    }

    private async Task Save(Func<Task> write, Action<ImportRun> change, bool heedCancel, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var transaction = await db.BeginWrite(cancellationToken);
            db.ChangeTracker.Clear();
            await write();
            db.ChangeTracker.Clear();
            var ticket = await db.ImportTickets.SingleOrDefaultAsync(t => t.ImportId == held.ImportId, cancellationToken);
            if (ticket is null || ticket.HeldBy != held.HeldBy || ticket.Attempts != held.Attempts)
                throw new LeaseLost();
            var run = await db.ImportRuns.SingleAsync(r => r.Id == held.ImportId, cancellationToken);
            if (heedCancel && run.CancelAsked)
                throw new ImportCancelled();
            change(run);
            db.TellOfEnd(run);
            db.Expect(run, run.Version);
            if (run.State == ImportState.Running)
                ticket.Hold(Now + ImportRunner.Lease);
            else
                db.Remove(ticket);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.Commit(cancellationToken);
                db.ChangeTracker.Clear();
                Run = run;
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The run was asked to stop, or taken over, since it was read: look again.
            }
        }
    }
}

/// <summary>Somebody asked for the import to stop.</summary>
internal sealed class ImportCancelled : Exception;

/// <summary>Nothing of the file is taken; the errors say why.</summary>
internal sealed class ImportRefused(string message, IReadOnlyList<ItemError> errors) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ItemError> Errors { get; } = errors;
}
