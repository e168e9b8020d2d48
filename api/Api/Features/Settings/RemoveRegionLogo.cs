using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Settings;

/// <summary>Removes the logo of a region.</summary>
public static class RemoveRegionLogo
{
    /// <param name="Code">ISO 3166-2 code of the region.</param>
    public sealed record Command(string Code) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.RegionToSet(request.Code, cancellationToken);
            db.Remove(
                await db.RegionLogos.SingleOrDefaultAsync(l => l.RegionCode == request.Code, cancellationToken)
                    ?? throw Problems.NotFound("Логотип")
            );
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
