using Opora.Persistence.Indicators;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>
/// Refreshes rollups in the background, so that a read seldom finds dirty ones. It waits until writing has paused, because each batch
/// of an import touches the same groups again; a read that comes earlier refreshes what it needs by itself. At the start it picks up
/// what a stopped instance left behind.
/// </summary>
internal sealed partial class KeepRollupsReady(
    RollupRefresher rollups,
    IndicatorRefresher indicators,
    RollupSignal signal,
    TimeProvider clock,
    ILogger<KeepRollupsReady> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await rollups.RefreshAll(stoppingToken);
                await indicators.RefreshAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The notes stand, so nothing is lost: the next read or signal tries again.
                Failed(logger, e);
            }
            await signal.Wait(stoppingToken);
            await UntilQuiet(stoppingToken);
        }
    }

    private async Task UntilQuiet(CancellationToken stoppingToken)
    {
        var since = clock.GetTimestamp();
        while (clock.GetElapsedTime(since) < LongestWait)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            pause.CancelAfter(Pause);
            try
            {
                await signal.Wait(pause.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rollups were not refreshed")]
    private static partial void Failed(ILogger logger, Exception exception);
}
