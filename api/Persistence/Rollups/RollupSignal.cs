using System.Threading.Channels;
using Opora.Persistence.Indicators;

namespace Opora.Persistence.Rollups;

/// <summary>Wakes the background refresh of rollups: called after results or lists were changed and saved.</summary>
/// <param name="formulas">Woken as well: they are computed from the same results and lists.</param>
public sealed class RollupSignal(FormulaSignal formulas)
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Something was noted as dirty.</summary>
    public void Raise()
    {
        _changes.Writer.TryWrite(true);
        formulas.Raise();
    }

    /// <summary>Waits until something was.</summary>
    public async Task Wait(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);
}
