using System.Threading.Channels;

namespace Opora.Persistence.Rollups;

/// <summary>Wakes the background refresh of rollups: called after results or lists were changed and saved.</summary>
public sealed class RollupSignal
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Something was noted as dirty.</summary>
    public void Raise() => _changes.Writer.TryWrite(true);

    /// <summary>Waits until something was.</summary>
    public async Task Wait(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);
}
