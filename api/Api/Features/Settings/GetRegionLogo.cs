using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Settings;

/// <summary>The logo of a region, for everybody who is anything in it; 204 while it has none.</summary>
public static class GetRegionLogo
{
    /// <param name="Code">ISO 3166-2 code of the region.</param>
    public sealed record Query(string Code) : IRequest<Results<FileContentHttpResult, NoContent>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Results<FileContentHttpResult, NoContent>>
    {
        public async Task<Results<FileContentHttpResult, NoContent>> Handle(Query request, CancellationToken cancellationToken)
        {
            var logo = await db.RegionLogos.AsNoTracking().SingleOrDefaultAsync(l => l.RegionCode == request.Code, cancellationToken);
            if (logo is null)
                return await db.Regions.AnyAsync(r => r.Code == request.Code, cancellationToken)
                    ? TypedResults.NoContent()
                    : throw Problems.NotFound("Регион");
            var tag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(logo.Image))[..16];
            return TypedResults.Bytes(
                logo.Image,
                logo.ContentType,
                entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{tag}\"")
            );
        }
    }
}
