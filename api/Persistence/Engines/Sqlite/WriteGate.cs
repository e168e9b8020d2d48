using System.Collections.Concurrent;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>
/// SQLite has one writer at a time. Waiting for it inside the engine is unfair (seconds under load), so writers of one process queue
/// here, first come first served. A second process is met by <c>busy_timeout</c>.
/// </summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn at a database; it ends when what is returned is disposed.</summary>
    public static async ValueTask<IDisposable?> Enter(string connectionString, CancellationToken cancellationToken)
    {
        var gate = Gates.GetOrAdd(connectionString, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
