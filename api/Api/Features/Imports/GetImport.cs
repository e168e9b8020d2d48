using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>An import: how far it is, what came of it, what is wrong.</summary>
public static class GetImport
{
    /// <param name="Id">Id of the import.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<ImportDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<ImportDetails>>
    {
        public async Task<Versioned<ImportDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            // Clients ask again and again while a job runs: one key is read unless something has moved.
            var version = await db.ImportsFor(http.Caller())
                .Where(r => r.Id == request.Id)
                .Select(r => (int?)r.Version)
                .SingleOrDefaultAsync(cancellationToken);
            if (version is not { } known)
                throw ImportAccess.NotFound();
            if (http.HttpContext!.Knows(known))
                return Versioned<ImportDetails>.Known(known);
            var details = await ImportDetails.Read(db, request.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new Versioned<ImportDetails>(details, details.Version);
        }
    }
}
