using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>Deletes sessions that are over, once a day: where somebody was signed in is nobody's business any more.</summary>
internal sealed partial class ForgetOldSessions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetOldSessions> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AppDbContext>().ForgetSessions(clock.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Nothing depends on it today: the next day tries again.
                Failed(logger, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old sessions were not forgotten")]
    private static partial void Failed(ILogger logger, Exception exception);
}
