using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Targets;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Imports;

/// <summary>Takes back all that a finished import or batch has brought, unless something newer stands on it.</summary>
public static class RollBackImport
{
    /// <param name="Id">Id of the import.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<ImportDetails>>;

    internal sealed class Handler(
        AppDbContext db,
        ImportTargets targets,
        RollupSignal rollups,
        IHttpContextAccessor http,
        TimeProvider clock
    ) : IRequestHandler<Command, Versioned<ImportDetails>>
    {
        public async Task<Versioned<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                var run = await db.FindImport(http.Caller(), request.Id, cancellationToken);
                http.Asker(run.Kind);
                db.Expect(run, request.IfMatch.Version);
                run.RollBack(clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
                await targets.Of(run.Kind).TakeBack(run, cancellationToken);
                await write.Commit(cancellationToken);
            }
            rollups.Raise();
            var details = await ImportDetails.Read(db, request.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new Versioned<ImportDetails>(details, details.Version);
        }
    }
}
