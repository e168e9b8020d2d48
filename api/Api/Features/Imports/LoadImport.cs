using MediatR;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Asks for the load of what was checked.</summary>
public static class LoadImport
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">How to load.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<AcceptedVersion<ImportDetails>>;

    /// <summary>How to load.</summary>
    /// <param name="Mode">All or nothing, or good items only.</param>
    public sealed record Body(ImportMode Mode) : IExampled<Body>
    {
        public static Body Example => new(ImportMode.Partial);
    }

    internal sealed class Handler(AppDbContext db, ImportSpool spool, ImportQueue queue, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, AcceptedVersion<ImportDetails>>
    {
        public async Task<AcceptedVersion<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var run = await db.FindImport(http.Caller(), request.Id, cancellationToken);
            var asker = http.Asker(run.Kind);
            if (!spool.Has(run.Id))
                throw ImportAccess.FileGone();
            db.Expect(run, request.IfMatch.Version);
            run.AskForLoad(request.Body.Mode);
            db.Add(new ImportTicket(run, asker, clock.GetUtcNow().UtcDateTime));
            await db.SaveTicket(cancellationToken);
            queue.Wake();
            var details = await ImportDetails.Read(db, run.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new AcceptedVersion<ImportDetails>(details, details.Version, ImportAccess.AddressOf(run));
        }
    }
}
