using Opora.Persistence.Indicators;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>
/// Computes formulas in the background: when something they depend on was changed here and writing has paused, and now and then without
/// being told, because another process may have changed it. At the start it picks up what a stopped instance left behind.
/// </summary>
internal sealed partial class KeepFormulasComputed(
    FormulaRefresher formulas,
    FormulaSignal signal,
    RollupSignal rollups,
    TimeProvider clock,
    ILogger<KeepFormulasComputed> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Untold = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What is kept ready of the values follows them; formulas themselves find nothing to do then.
                if (await formulas.RefreshAll(stoppingToken))
                    rollups.Raise();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Notes and the watermark stand, so nothing is lost: the next turn tries again.
                Failed(logger, e);
            }
            if (await Told(Untold, stoppingToken))
                await UntilQuiet(stoppingToken);
        }
    }

    private async Task UntilQuiet(CancellationToken stoppingToken)
    {
        var since = clock.GetTimestamp();
        while (clock.GetElapsedTime(since) < LongestWait && await Told(Pause, stoppingToken)) { }
    }

    private async Task<bool> Told(TimeSpan longest, CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(longest);
        try
        {
            await signal.Wait(wait.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Formulas were not computed")]
    private static partial void Failed(ILogger logger, Exception exception);
}
