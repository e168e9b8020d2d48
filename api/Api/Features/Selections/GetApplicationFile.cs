using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Files;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>A file of an application, for whoever reads the application; always to be saved, never shown in place.</summary>
public static class GetApplicationFile
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="FileId">Id of the file.</param>
    public sealed record Query(Guid Id, Guid ApplicationId, Guid FileId) : IRequest<FileStreamHttpResult>;

    internal sealed class Handler(AppDbContext db, FileKeeper files) : IRequestHandler<Query, FileStreamHttpResult>
    {
        public async Task<FileStreamHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var file =
                await db
                    .SelectionApplications.Where(a => a.Id == request.ApplicationId && a.SelectionId == request.Id)
                    .SelectMany(a => a.Files)
                    .Where(f => f.FileId == request.FileId)
                    .Join(db.StoredFiles, f => f.FileId, s => s.Id, (f, s) => s)
                    .AsNoTracking()
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Файл");
            return TypedResults.Stream(await files.Open(file, cancellationToken), file.Kind.ContentType(), file.Name);
        }
    }
}
