using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Takes a file away from an application while applications are taken.</summary>
public static class DetachApplicationFile
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="FileId">Id of the file.</param>
    /// <param name="IfMatch">The version of the application that the caller saw.</param>
    public sealed record Command(Guid Id, Guid ApplicationId, Guid FileId, IfMatch IfMatch) : IRequest<Versioned<ApplicationDetails>>;

    internal sealed class Handler(AppDbContext db, FileKeeper files, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<ApplicationDetails>>
    {
        public async Task<Versioned<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (application, selection, today) = await db.ApplicationToChange(
                request.Id,
                request.ApplicationId,
                request.IfMatch,
                cancellationToken
            );
            var file = application.Files.FirstOrDefault(f => f.FileId == request.FileId) ?? throw Problems.NotFound("Файл");
            application.Detach(selection, file, today);
            db.Remove(await db.StoredFiles.SingleAsync(f => f.Id == file.FileId, cancellationToken));
            db.Note(new ChangeNote(nameof(SelectionApplication), application.Id.ToString(), "file-detached", application, []));
            var details = await db.Saved(application, "file-detached", http.Caller(), cancellationToken);
            await files.Delete(file.FileId);
            return details;
        }
    }
}
