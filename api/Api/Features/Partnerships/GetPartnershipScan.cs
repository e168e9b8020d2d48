using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Files;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>The scan of an agreement, for whoever reads the agreement; always to be saved, never shown in place.</summary>
public static class GetPartnershipScan
{
    /// <param name="Id">Id of the agreement.</param>
    public sealed record Query(Guid Id) : IRequest<FileStreamHttpResult>;

    internal sealed class Handler(AppDbContext db, FileKeeper files) : IRequestHandler<Query, FileStreamHttpResult>
    {
        public async Task<FileStreamHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var file =
                await db
                    .Partnerships.Where(p => p.Id == request.Id)
                    .Join(db.StoredFiles, p => p.ScanId, f => f.Id, (p, f) => f)
                    .AsNoTracking()
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Скан");
            return TypedResults.Stream(await files.Open(file, cancellationToken), file.Kind.ContentType(), file.Name);
        }
    }
}
