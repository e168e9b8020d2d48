using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>
/// What SQLite has to be told on each connection. In write-ahead mode (which EF sets when it makes the file) NORMAL loses nothing but
/// the last transactions when the power fails. A log of 16 MiB before it is folded in and pages of 8 KiB (set before the file has
/// any) make an import a quarter faster.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas =
        "PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 2000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Leaves the connection open until its context is done with: a request asks several times, and each opening would register EF's
    /// functions and say the pragmas anew.
    /// </summary>
    public override InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    /// <inheritdoc cref="ConnectionClosing"/>
    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
