using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>
/// Stops an import: at once when nobody works on it, else at its next checkpoint. It asks for no version, because that of a running
/// job moves faster than anybody can read it, and stopping means the same whichever checkpoint was reached.
/// </summary>
public static class CancelImport
{
    /// <param name="Id">Id of the import.</param>
    public sealed record Command(Guid Id) : IRequest<Ok<ImportDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<ImportDetails>>
    {
        private const int MostTries = 20;

        public async Task<Ok<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var run = await db.FindImport(request.Id, cancellationToken);
                http.Asker(run.Kind);
                run.Cancel(clock.GetUtcNow().UtcDateTime);
                db.Expect(run, run.Version);
                if (run.State == ImportState.Cancelled)
                    db.RemoveRange(await db.ImportTickets.Where(t => t.ImportId == run.Id).ToListAsync(cancellationToken));
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    break;
                }
                catch (DbUpdateConcurrencyException) when (attempt < MostTries)
                {
                    db.ChangeTracker.Clear();
                }
            }
            return TypedResults.Ok(await ImportDetails.Read(db, request.Id, cancellationToken) ?? throw ImportAccess.NotFound());
        }
    }
}
