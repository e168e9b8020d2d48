using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports;

/// <summary>Opens uploaded tables within a request: off its thread, since reading is synchronous, and refusals as problems.</summary>
internal static class ReadableTable
{
    /// <summary>The table of a run.</summary>
    /// <exception cref="Problem">409 when the file is gone, 422 when it is no table.</exception>
    public static Task<TableFile> Table(this ImportSpool spool, ImportRun run, CancellationToken cancellationToken) =>
        spool.Has(run.Id) ? Read(() => TableFile.Open(spool.PathOf(run.Id)), cancellationToken) : throw ImportAccess.FileGone();

    /// <summary>Reads something of a table.</summary>
    /// <exception cref="Problem">422</exception>
    public static async Task<T> Read<T>(Func<T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(read, cancellationToken);
        }
        catch (TableUnreadable unreadable)
        {
            throw Problems.Unprocessable(unreadable.Code, unreadable.Message);
        }
    }
}
