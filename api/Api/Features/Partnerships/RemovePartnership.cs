using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Removes a draft; what was signed stays and is terminated instead.</summary>
public static class RemovePartnership
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, FileKeeper files) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            if (partnership.SignedOn is not null)
                throw new BrokenRule("partnership-signed", "Подписанный договор не удаляют: расторгните его с указанием причины.");
            db.Remove(partnership);
            if (partnership.ScanId is { } scan)
                db.Remove(await db.StoredFiles.SingleAsync(f => f.Id == scan, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            if (partnership.ScanId is { } gone)
                await files.Delete(gone);
            return TypedResults.NoContent();
        }
    }
}
