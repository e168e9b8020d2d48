using System.Threading.Channels;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>Wakes the runners of this process when it has queued an import, so that nobody waits for their next look at the table.</summary>
public sealed class ImportQueue
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(ImportRunner.MostWorkers) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Says that there is something to do.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Waits for a call, at most for the time given: other processes do not call.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        both.CancelAfter(atMost);
        try
        {
            await _calls.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { }
    }
}
