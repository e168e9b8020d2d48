using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Settings;

/// <summary>Replaces the logo of a region.</summary>
public static class ReplaceRegionLogo
{
    /// <param name="Code">ISO 3166-2 code of the region.</param>
    public sealed record Command(string Code) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.RegionToSet(request.Code, cancellationToken);
            var image = await Image(http.HttpContext!.Request, cancellationToken);
            if (await db.RegionLogos.SingleOrDefaultAsync(l => l.RegionCode == request.Code, cancellationToken) is { } logo)
                logo.Replace(image);
            else
                db.Add(new RegionLogo(request.Code, image));
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }

        // One byte more than may be kept is read, so that too large is told from just fitting.
        private static async Task<byte[]> Image(HttpRequest request, CancellationToken cancellationToken)
        {
            var buffer = new byte[RegionLogo.MostBytes + 1];
            var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return buffer[..read];
        }
    }
}
