using System.Threading.Channels;

namespace Opora.Persistence.Indicators;

/// <summary>Wakes the background computation of formulas: called after something they depend on was changed and saved.</summary>
public sealed class FormulaSignal
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Something changed.</summary>
    public void Raise() => _changes.Writer.TryWrite(true);

    /// <summary>Waits until something did.</summary>
    public async Task Wait(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);
}
