using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>
/// Stops an import: at once when nobody works on it, else at its next checkpoint. The version of a running job moves with every
/// checkpoint, faster than anybody can read it; so while it runs any version that it has had will do.
/// </summary>
public static class CancelImport
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="IfMatch">A version that the caller saw; while the import runs it need not be the newest.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<ImportDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<ImportDetails>>
    {
        private const int MostTries = 20;

        public async Task<Versioned<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var run = await db.FindImport(http.Caller(), request.Id, cancellationToken);
                http.Asker(run.Kind);
                var seen = request.IfMatch.Version;
                db.Expect(run, run.State == ImportState.Running && seen < run.Version ? run.Version : seen);
                run.Cancel(clock.GetUtcNow().UtcDateTime);
                if (run.State == ImportState.Cancelled)
                    db.RemoveRange(await db.ImportTickets.Where(t => t.ImportId == run.Id).ToListAsync(cancellationToken));
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    break;
                }
                catch (DbUpdateConcurrencyException) when (attempt < MostTries)
                {
                    // A checkpoint came first, or a runner took it up: whether that version will still do is judged anew.
                    db.ChangeTracker.Clear();
                }
            }
            var details = await ImportDetails.Read(db, request.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new Versioned<ImportDetails>(details, details.Version);
        }
    }
}
