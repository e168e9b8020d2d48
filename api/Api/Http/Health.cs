using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Http;

/// <summary>Whether this instance lives and whether it can serve: asked by the container engine and by the proxy, told to anybody.</summary>
public static partial class Health
{
    /// <summary>
    /// <c>/health/live</c> answers while the process does; <c>/health/ready</c> only with the database there and its tables of this
    /// version. Neither says more than that.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", static () => Results.Text("ok")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(AppDbContext db, ILogger<AppDbContext> logger, CancellationToken cancellationToken)
    {
        try
        {
            if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return Results.Text("ok");
            NotMigrated(logger);
        }
        // Whatever the engine's driver throws: not ready, and why is for the log.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Unreachable(logger, exception);
        }

        return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: the database has pending migrations")]
    private static partial void NotMigrated(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: the database cannot be reached")]
    private static partial void Unreachable(ILogger logger, Exception exception);
}
