using Microsoft.EntityFrameworkCore.Storage;

namespace Opora.Persistence;

/// <summary>
/// The one writing transaction of a unit of work, opened by <see cref="AppDbContext.BeginWrite"/>. Disposed without
/// <see cref="Commit"/> it leaves nothing behind: that is also how a dry run ends.
/// </summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly IDisposable? _turn;

    internal WriteTransaction(IDbContextTransaction transaction, IDisposable? turn) => (_transaction, _turn) = (transaction, turn);

    /// <summary>Makes everything written since the beginning true at once.</summary>
    public Task Commit(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _turn?.Dispose();
        }
    }
}
