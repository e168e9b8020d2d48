using Microsoft.EntityFrameworkCore;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// Works through queued imports, a few at a time. Several processes may share a database: a run is held by a lease on its ticket, and
/// whoever lost it (stopped too long, taken for dead) can no longer save. What a lost process had not committed is simply done again.
/// </summary>
public sealed partial class ImportRunner(
    IServiceScopeFactory scopes,
    ImportQueue queue,
    ImportSpool spool,
    TimeProvider clock,
    ILogger<ImportRunner> logger
) : BackgroundService
{
    /// <summary>Most imports that one process works on at a time.</summary>
    public const int MostWorkers = 3;

    /// <summary>How long a run may go without a checkpoint before others take it over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // A failing import is tried again only a little: the cause is either gone at once or will not go away.
    private const int TriesAfterFailure = 3;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Guid _id = Guid.NewGuid();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            .. Enumerable.Range(0, MostWorkers).Select(_ => Task.Run(() => WorkOn(stoppingToken), stoppingToken)),
            Tidy(stoppingToken),
        ]);

    private async Task WorkOn(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await TakeNext(stopping) is { } ticket)
                    await Work(ticket, stopping);
                else
                    await queue.Wait(LookAgain, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be away for a while: the queue is in it, so nothing is lost by waiting.
                LookFailed(logger, e);
                await queue.Wait(LookAgain, stopping);
            }
        }
    }

    /// <summary>Takes the oldest run that nobody holds; null when there is none.</summary>
    internal async Task<ImportTicket?> TakeNext(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var ticket = await db
                .ImportTickets.Where(t => t.HeldUntil == null || t.HeldUntil < now)
                .OrderBy(t => t.QueuedAt)
                .ThenBy(t => t.ImportId)
                .FirstOrDefaultAsync(cancellationToken);
            if (ticket is null)
                return null;
            ticket.Take(_id, now + Lease);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return ticket;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Works on a run that was taken, as the one who asked for it.</summary>
    internal async Task Work(ImportTicket ticket, CancellationToken stopping)
    {
        try
        {
            await InScope(ticket, job => job.Run(ticket, stopping));
            Worked(logger, ticket.ImportId);
        }
        catch (LeaseLost)
        {
            Lost(logger, ticket.ImportId);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await LetGo(ticket, countsAsTry: false);
            throw;
        }
        catch (Exception e)
        {
            Failed(logger, e, ticket.ImportId, ticket.Attempts);
            if (ticket.Attempts < TriesAfterFailure)
                await LetGo(ticket, countsAsTry: true);
            else
                await InScope(ticket, job => job.GiveUp(ticket, CancellationToken.None));
        }
    }

    private async Task InScope(ImportTicket ticket, Func<ImportJob, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var asker = ticket.AskedBy();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(asker.Actor, asker.Scope);
        await work(scope.ServiceProvider.GetRequiredService<ImportJob>());
    }

    private async Task LetGo(ImportTicket ticket, bool countsAsTry)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var held = await db.ImportTickets.SingleOrDefaultAsync(t => t.ImportId == ticket.ImportId, CancellationToken.None);
        if (held is null || held.Attempts != ticket.Attempts)
            return;
        held.Release(countsAsTry);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task Tidy(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery);
        do
        {
            try
            {
                spool.Sweep(clock.GetUtcNow().UtcDateTime);
            }
            catch (IOException e)
            {
                SweepFailed(logger, e);
            }
        } while (await timer.WaitForNextTickAsync(stopping));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} worked on")]
    private static partial void Worked(ILogger logger, Guid importId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {ImportId} was taken over by another process")]
    private static partial void Lost(ILogger logger, Guid importId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed at try {Attempt}")]
    private static partial void Failed(ILogger logger, Exception exception, Guid importId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of imports could not be read")]
    private static partial void LookFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old uploads could not be deleted")]
    private static partial void SweepFailed(ILogger logger, Exception exception);
}

/// <summary>Another process holds the run now: whatever this one still wants to save must not be saved.</summary>
internal sealed class LeaseLost : Exception;
